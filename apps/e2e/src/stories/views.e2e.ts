import type { Locator, Page } from '@playwright/test';
import { signInApi } from '../desk/api.ts';
import { expect, test } from '../desk/test.ts';

const menu = async (page: Page, button: string) => {
  await page.getByRole('button', { name: button, exact: true }).click();
  return page.getByRole('dialog', { name: button });
};
/** The choice is shown by the list it changes, a moment after the click. */
const choose = async (box: Locator, isChosen = true) => {
  await box.click();
  await expect(box).toBeChecked({ checked: isChosen });
};
/** Without the box that selects all. */
const heads = async (page: Page) =>
  (await page.getByRole('columnheader').allTextContents()).slice(1);

test('a view keeps filter, columns and rows, comes back at the next sign-in, and its deletion can be undone', async ({
  desk,
  page,
  pay,
  signIn,
}) => {
  const { order } = await pay({ amount: 5_000 });
  await signIn(page, 'shipping');
  await page.goto(`/payments?search=${order}`);
  const columns = await menu(page, 'Columns and rows');
  await choose(columns.getByRole('checkbox', { name: 'Captured' }), false);
  await choose(columns.getByRole('checkbox', { name: 'PayID' }));
  const up = columns.getByRole('button', { name: 'Move PayID up' });
  for (let at = 0; at < 9; at += 1) await up.press('Enter');
  await expect(up).toBeFocused();
  const down = columns.getByRole('button', { name: 'Move Status down' });
  await down.press('Enter');
  await expect(down).toBeFocused();
  await choose(columns.getByRole('radio', { name: 'Compact' }));
  await page.keyboard.press('Escape');
  expect((await heads(page)).slice(0, 4)).toEqual(['Order', 'PayID', 'Deadline', 'Status']);

  const saving = await menu(page, 'Save as view …');
  await saving.getByRole('button', { name: 'Save view' }).click();
  await expect(saving.getByText('Enter a name.')).toBeVisible();
  await expect(saving.getByLabel('For the whole team')).toBeHidden();
  await saving.getByLabel('Name of the view').fill('Every morning');
  await saving.getByRole('button', { name: 'Save view' }).click();
  const tab = page.getByRole('link', { name: 'Every morning' });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  // What is chosen shows at once, and is remembered when the server has it.
  const account = await signInApi(desk.url, 'shipping');
  await expect
    .poll(async () => {
      const { body } = await account.query('views.list', { list: 'payments' });
      return body.result.data.habits.lastView;
    })
    .not.toBeNull();

  await page.locator('[aria-controls=user-menu]').click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, 'shipping');
  await page.getByRole('link', { name: 'Payments', exact: true }).click();
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('row').filter({ hasText: order })).toBeVisible();
  expect((await heads(page)).slice(0, 2)).toEqual(['Order', 'PayID']);

  const manage = await menu(page, 'This view …');
  await manage.getByRole('button', { name: 'Delete view' }).click();
  await expect(tab).toBeHidden();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await page.getByRole('link', { name: 'All', exact: true }).click();
  await expect(tab).not.toHaveAttribute('aria-current', 'page');
});

test('in pages of 50 the list is a plain table that sorts, acts and leads on and back; a page of another list is explained', async ({
  manager,
  page,
  pay,
  signIn,
}) => {
  // More than any other story pays: the desk is shared with those that came before.
  await pay({ amount: 777_777 });
  for (let n = 0; n < 51; n += 1) await pay({ amount: 1_000 + n });
  await signIn(page, 'service');
  await page.goto('/payments');
  const layout = await menu(page, 'Columns and rows');
  await choose(layout.getByLabel('Pages of 50, as a plain table'));
  await page.keyboard.press('Escape');
  const rows = page.getByRole('table', { name: 'Payments' }).locator('tbody tr');
  await expect(rows).toHaveCount(50);
  await page.getByRole('button', { name: 'Authorised CHF' }).click();
  await expect(page).toHaveURL(/sort=amount/);
  await expect(rows.first()).toContainText('777.77');

  await page.getByRole('button', { name: 'Next 50' }).click();
  await expect(page).toHaveURL(/after=/);
  await expect(rows.first()).not.toContainText('777.77');
  const second = page.url();
  await page.getByRole('button', { name: 'Previous 50' }).click();
  await expect(rows.first()).toContainText('777.77');
  await page.goto(`${second}&refunded=no`);
  await expect(page.getByRole('alert')).toContainText('This page belongs to another list');
  await page.getByRole('button', { name: 'First page' }).click();
  await expect(rows).toHaveCount(50);
  await rows.first().getByRole('link').first().click();
  await expect(page.getByRole('heading', { name: 'Notes' })).toBeVisible();

  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByText('Write something first.')).toBeVisible();
  await page.getByLabel('Write a note').fill('Gift, no invoice');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'Gift, no invoice' })).toBeVisible();
  const { body } = await manager.query('payments.list', { note: true });
  expect(body.result.data.rows).toHaveLength(1);
});
