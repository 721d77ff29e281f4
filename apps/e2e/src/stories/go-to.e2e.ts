import type { Page } from '@playwright/test';
import { demoDesk, seeded } from '../desk/demo.ts';
import { expect, test } from '../desk/test.ts';

test.use({ deskEnv: demoDesk });

type Row = { readonly createdAt: number; readonly refNr: string | null; readonly transId: string };
const orderOf = ({ refNr, transId }: Row) => refNr ?? transId;
const dayOf = ({ createdAt }: Row) =>
  new Date(createdAt).toLocaleDateString('de-CH', {
    timeZone: 'Europe/Zurich',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  });

/** Fills in the form of "Go to date" by keyboard. */
async function goTo(page: Page, day: string): Promise<void> {
  await page.getByRole('button', { name: 'Go to date' }).press('Enter');
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.keyboard.press('Enter');
}

test('a list begins where one asks, reaches both of its ends, and says what is not there', async ({
  control,
  manager,
  page,
  signIn,
}) => {
  await seeded(control, manager);
  const { body } = await manager.query('payments.list', { limit: 200 });
  const rows: readonly Row[] = body.result.data.rows;
  const far = rows.at(-30);
  // Other stories pay on this desk too: one reading may not reach its end.
  const end = await manager.query('payments.list', { limit: 1, direction: 'previous' });
  const oldest: Row | undefined = end.body.result.data.rows.at(-1);
  const newest = rows.at(0);
  if (!far || !newest || !oldest) throw new Error('the demo has too few payments');
  const firstOfDay = rows.find((row) => dayOf(row) === dayOf(far)) ?? far;
  await signIn(page, 'manager');
  await page.goto('/payments?sort=created');
  const grid = page.getByRole('grid', { name: 'Payments' });
  const note = page.getByRole('status');
  const focused = page.locator('[role=row]:focus');

  await goTo(page, '31.02.2026');
  await expect(page.getByRole('dialog')).toContainText('Write the day like');
  await page.getByLabel('Day', { exact: true }).fill(dayOf(far));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/at=\d{4}-\d{2}-\d{2}/);
  await expect(note.filter({ hasText: `shown from ${dayOf(far)} on` })).toBeVisible();
  const row = grid.getByRole('row').filter({ hasText: orderOf(firstOfDay) });
  await expect(row).toBeInViewport();
  await row.focus();
  await page.keyboard.press('ArrowUp');
  const above = rows[rows.indexOf(firstOfDay) - 1];
  await expect(focused).toContainText(above ? orderOf(above) : '');
  await page.reload();
  await expect(row).toBeInViewport();

  await row.focus();
  await page.keyboard.press('Control+End');
  await expect(focused).toContainText(orderOf(oldest));

  // From the first rows the end is not loaded: the list begins there.
  await page.goto('/payments?sort=created');
  await grid
    .getByRole('row')
    .filter({ hasText: orderOf(newest) })
    .focus();
  await page.keyboard.press('Control+End');
  await expect(page).toHaveURL(/at=end/);
  await expect(focused).toContainText(orderOf(oldest));
  await expect(note.filter({ hasText: 'The last rows of the list are shown' })).toBeVisible();
  await page.keyboard.press('Control+Home');
  await expect(page).not.toHaveURL(/at=/);
  await expect(focused).toContainText(orderOf(newest));

  await goTo(page, '01.01.2000');
  await expect(note.filter({ hasText: 'Nothing is found from 01.01.2000 on' })).toBeVisible();
  await expect(grid.getByRole('row').filter({ hasText: orderOf(oldest) })).toBeVisible();

  await page.goto('/payments?status=captured&at=yesterday&view=mine');
  await expect(
    note.filter({ hasText: 'Place in the list: “yesterday” was left out' }),
  ).toBeVisible();
  await expect(note.filter({ hasText: 'View: “mine” was left out' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove filter Status' })).toBeVisible();

  await page.goto('/payments/steps?at=end');
  await expect(note.filter({ hasText: 'The last rows of the list are shown' })).toBeVisible();
  await expect(page.locator('[role=row][data-index]').last()).toBeVisible();
});

test('page by page, the first and the last page are one step away', async ({
  control,
  manager,
  page,
  signIn,
}) => {
  await seeded(control, manager);
  const { body } = await manager.query('payments.list', { limit: 1, direction: 'previous' });
  const oldest: Row = body.result.data.rows[0];
  await signIn(page, 'auditor');
  await page.goto('/payments?sort=created');
  await page.getByRole('button', { name: 'Columns and rows', exact: true }).click();
  await page.getByLabel('Pages of 50, as a plain table').click();
  await page.keyboard.press('Escape');
  const table = page.getByRole('table', { name: 'Payments' });
  await page.getByRole('button', { name: 'Last page' }).press('Enter');
  await expect(table.getByRole('row').last()).toContainText(orderOf(oldest));
  await expect(page.getByText('This is the last page.')).toBeVisible();
  await page.getByRole('button', { name: 'Previous 50' }).press('Enter');
  await expect(page.getByText('This is the last page.')).toBeHidden();
  await page.getByRole('button', { name: 'First page' }).press('Enter');
  await expect(page.getByText('This is the first page.')).toBeVisible();
  await goTo(page, dayOf(oldest));
  await expect(table.getByRole('row').last()).toContainText(orderOf(oldest));
  await page.getByRole('button', { name: 'Columns and rows', exact: true }).click();
  await page.getByLabel('One long list').click();
});

test('on a narrow screen, what lies before the place is read on request', async ({
  control,
  manager,
  page,
  signIn,
}) => {
  await seeded(control, manager);
  const { body } = await manager.query('payments.list', { limit: 200 });
  const rows: readonly Row[] = body.result.data.rows;
  const [far, newest] = [rows.at(-30), rows.at(0)];
  if (!far || !newest) throw new Error('the demo has too few payments');
  await page.setViewportSize({ width: 320, height: 640 });
  await signIn(page, 'manager');
  const day = dayOf(far).split('.').toReversed().join('-');
  await page.goto(`/payments?sort=created&at=${day}`);
  const cards = page.getByRole('list', { name: 'Payments' }).getByRole('listitem');
  const begun = cards.filter({ hasText: orderOf(far) });
  await expect(begun).toBeVisible();
  const newer = cards.filter({ hasText: orderOf(newest) });
  await expect(newer).toHaveCount(0);
  await page.getByRole('button', { name: 'Load what comes before' }).click();
  await expect(newer).toHaveCount(1);
  await expect(begun).toHaveCount(1);
});
