import { readFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { newKey } from '../desk/api.ts';
import { captureKnown } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

const columns = {
  'Order number (RefNr)': '4',
  PayID: '2',
  TransID: '3',
  Date: '5',
  'Amount before fees': '6',
  Fee: '7',
  'Total record: Lines': '2',
  'Total record: Amount': '3',
};

/** Hands in a file by the field a person uses. */
async function handIn(page: Page, text: string): Promise<void> {
  const file = { name: 'ctsf.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await page.getByLabel('Statement file').setInputFiles(file);
}

test('a manager reconciles a settlement file with one defect of every kind', async ({
  manager,
  page,
  pay,
  signIn,
}) => {
  test.slow();
  const captured = async (amount: number) => {
    const payment = await pay({ amount });
    await captureKnown(manager, payment, amount);
    return payment;
  };
  const same = await captured(10_000);
  const fee = await captured(20_000);
  const netted = await captured(30_000);
  const elsewhere = await captured(40_000);
  const silent = await captured(50_000);
  await manager.mutate('payments.credit', {
    paymentId: netted.id,
    amount: 5_000,
    reason: 'return',
    key: newKey(),
  });
  const day = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Zurich' });
  const detail = (payId: string, amount: string, at = day, more = '') =>
    `D,${payId},,${more},${at},${amount},0.50`;
  const file = (total: string, ...more: string[]) =>
    [
      'H,desk,1',
      detail(same.payId, '100.00'),
      detail('', '200.00', day, fee.order).replace('200.00', '197.40'),
      detail(netted.payId, '250.00'),
      detail(elsewhere.payId, '300.00'),
      detail('f'.repeat(32), '12.00'),
      detail(same.payId, '-7.00'),
      detail('e'.repeat(32), '0', '1970-01-01 01:00:00'),
      'NEW,whatever',
      ...more,
      total,
    ].join('\n');

  await signIn(page, 'manager');
  // Every choice is made before the file was read by the one before, as on a slow line.
  await page.route(/reconciliation\.preview/, async (route) => {
    await setTimeout(400);
    await route.continue();
  });
  await page.getByRole('link', { name: 'Reconciliation' }).click();
  await page.getByRole('link', { name: 'New statement …' }).click();
  await handIn(page, 'D,"open\n');
  await expect(page.getByText(/Line [12]: A quotation mark is out of place/)).toBeVisible();

  await handIn(page, file('T,8,852.40', detail('x', '1,00', '31.02.2026')));
  await page.getByLabel('Column that names the kind').selectOption('1');
  for (const [label, column] of Object.entries(columns)) {
    await page.getByLabel(label, { exact: true }).selectOption(column);
  }
  await expect(
    page.getByRole('row', { name: /Line 10 Date: There is no such date/ }),
  ).toBeVisible();
  const store = page.getByRole('button', { name: /^Store and compare/ });
  await expect(store).toHaveAttribute('aria-disabled', 'true');
  await page.getByLabel('Save this way of reading as').fill('Gateway file');

  await handIn(page, file('T,7,852.00'));
  await page.getByLabel('Column that names the kind').selectOption('1');
  for (const [label, column] of Object.entries(columns)) {
    await page.getByLabel(label, { exact: true }).selectOption(column);
  }
  await expect(page.getByText('7 details.')).toBeVisible();
  await page.getByLabel('Where a day ends').selectOption('calendar');
  await page.getByLabel('Save this way of reading as').fill('Gateway file');
  await store.click();

  await expect(page.getByText('The lines do not add up')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Amount.*852\.40.*852\.00/ })).toBeVisible();
  await page.getByRole('link', { name: /^Amount differs 3/ }).click();
  const row = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(row(fee.order)).toContainText('Fee');
  await expect(row(netted.order)).toContainText('Refund deducted');
  await expect(row(elsewhere.order)).toContainText('Refunded elsewhere');

  await page.getByRole('link', { name: /^Only in the statement 2/ }).click();
  await expect(row('f'.repeat(32))).toContainText('Payment not known here');
  await expect(row(same.order)).toContainText('Refunded elsewhere');
  await page.getByRole('link', { name: /^Failed payments 1/ }).click();
  await expect(row('e'.repeat(32))).toContainText('01.01.1970');
  await page.getByRole('link', { name: /^Only in Paygate Desk/ }).click();
  await expect(row(silent.order)).toContainText('500.00');
  await row(silent.order).getByRole('button', { name: 'Add note' }).click();
  await row(silent.order).getByLabel('Note').fill('Asked TWINT');
  await row(silent.order).getByRole('button', { name: 'Save note' }).click();
  await expect(row(silent.order)).toContainText('Asked TWINT');
  await row(silent.order)
    .getByRole('button', { name: /^Accept/ })
    .click();
  await expect(row(silent.order)).toContainText('Accepted');
  await page.getByRole('button', { name: 'Accept 1 match' }).click();
  await expect(page.getByText('Every match is accepted.')).toBeVisible();

  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Differences as CSV' }).click();
  const text = await readFile(await (await coming).path(), 'utf8');
  expect(text).toContain('Amount differs;fee;3;');
  expect(text).toContain('Asked TWINT');

  await page.getByRole('link', { name: 'All statements' }).click();
  await page.getByRole('link', { name: 'New statement …' }).click();
  await handIn(page, file('T,7,852.00'));
  await expect(page.getByText('This very file was imported before.').first()).toBeVisible();
  await page.getByLabel('Saved way of reading').selectOption({ label: 'Gateway file' });
  await expect(page.getByText('7 details.')).toBeVisible();
  await expect(store).toHaveAttribute('aria-disabled', 'true');
});

test('nothing that was typed or chosen is lost when a file is read another way, or cannot be read now', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'manager');
  await page.goto('/reconciliation/new');
  await handIn(page, 'PayID;Date;Amount;Other day\nx;02.03.2026;10.00;05.04.2026\n');
  const saveAs = page.getByLabel('Save this way of reading as');
  await saveAs.fill('Till file');
  await page.getByLabel('Where a day ends').selectOption('calendar');
  await page.getByLabel('Date', { exact: true }).selectOption('Other day');
  await expect(page.getByLabel('First day')).toHaveValue('05.04.2026');
  await expect(saveAs).toHaveValue('Till file');
  await expect(page.getByLabel('Where a day ends')).toHaveValue('calendar');

  await page.route(/reconciliation\.preview/, (route) => route.abort());
  const decimal = page.getByLabel('Decimal mark');
  await decimal.selectOption('minor');
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible({ timeout: 30_000 });
  await expect(decimal).toHaveValue('minor');
  await expect(saveAs).toHaveValue('Till file');
  await page.unroute(/reconciliation\.preview/);
  await again.click();
  await expect(again).toHaveCount(0);
  await expect(decimal).toHaveValue('minor');
  await expect(saveAs).toHaveValue('Till file');
});
