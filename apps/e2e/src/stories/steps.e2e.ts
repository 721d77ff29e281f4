import { captureKnown } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

test('a step is found by its XID among all steps, opened by keyboard, and come back to', async ({
  manager,
  page,
  pay,
  signIn,
}) => {
  const known = await pay({ amount: 5_000 });
  await captureKnown(manager, known, 2_000);
  const { body } = await manager.query('steps.list', { search: known.order });
  const { xid } = body.result.data.rows.find(({ kind }: { kind: string }) => kind === 'capture');
  await signIn(page, 'manager');
  await page.goto('/payments');
  await page.getByRole('link', { name: 'Single steps' }).click();
  await expect(page).toHaveURL(/\/payments\/steps$/);
  await expect(page.getByRole('grid', { name: 'Single steps' })).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type(xid);
  const row = page.getByRole('row').filter({ hasText: known.order });
  await expect(row).toHaveCount(1);
  await expect(page.getByText('Found by: XID')).toBeVisible();
  await expect(page.getByLabel('Totals of these steps')).toContainText('CHF 20.00');
  await page.keyboard.press('Enter');
  await expect(row).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/payments/${known.id}$`));
  await page.goBack();
  await expect(row).toBeFocused();
  await page.goto('/payments/steps?kind=capture,gift&code=00000000');
  await expect(
    page.getByRole('status').filter({ hasText: 'Kind: “gift” was left out.' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Remove filter Code' }).click();
  await expect(page).toHaveURL(/kind=capture$/);
});

test('steps are laid out, kept as a view, paged and folded like payments', async ({
  page,
  pay,
  signIn,
}) => {
  const { order } = await pay({ amount: 5_100 });
  await signIn(page, 'service');
  await page.goto(`/payments/steps?search=${order}`);
  await page.getByRole('button', { name: 'Columns and rows', exact: true }).click();
  const menu = page.getByRole('dialog', { name: 'Columns and rows' });
  await menu.getByRole('checkbox', { name: 'Who' }).click();
  await menu.getByRole('checkbox', { name: 'PayID' }).click();
  await expect(menu.getByRole('checkbox', { name: 'Step' })).toBeDisabled();
  await page.keyboard.press('Escape');
  const heads = page.getByRole('columnheader');
  await expect(heads.last()).toHaveText('PayID');
  await expect(heads.filter({ hasText: 'Who' })).toHaveCount(0);

  await page.getByRole('button', { name: 'Save as view …' }).click();
  await page.getByLabel('Name of the view').fill('Steps of one order');
  await page.keyboard.press('Enter');
  const tab = page.getByRole('link', { name: 'Steps of one order' });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await page.goto('/payments/steps');
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('row').filter({ hasText: order })).toBeVisible();
  await page.goto('/payments');
  await expect(page.getByRole('grid', { name: 'Payments' })).toBeVisible();
  await expect(tab).toBeHidden();

  await page.goto('/payments/steps?view=00000000-0000-0000-0000-000000000000&kind=capture');
  await expect(page.getByText('This view does not exist')).toBeVisible();
  await page.getByRole('link', { name: 'All steps' }).click();
  await expect(page).toHaveURL(/\/payments\/steps$/);
  await page.getByRole('button', { name: 'Columns and rows', exact: true }).click();
  await menu.getByLabel('Pages of 50, as a plain table').click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('table', { name: 'Single steps' })).toContainText(order);
  await page.getByRole('button', { name: 'Last page' }).click();
  await expect(page.getByText('This is the last page.')).toBeVisible();
  await page.getByRole('button', { name: 'First page' }).click();
  await expect(page.getByText('This is the first page.')).toBeVisible();

  await page.setViewportSize({ width: 320, height: 568 });
  await page.evaluate(() => window.scrollTo(0, 0));
  // Any step: other stories make newer ones on this desk meanwhile.
  const cards = page.getByRole('list', { name: 'Single steps' });
  await expect(cards.getByRole('listitem').first()).toBeInViewport();
  await page.getByText('Views, filters and sums').click();
  await expect(page.getByRole('button', { name: 'Columns and rows', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Columns and rows', exact: true }).click();
  await menu.getByLabel('One long list').click();
});
