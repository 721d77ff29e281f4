import type { Browser, Page } from '@playwright/test';
import type { Control } from '../desk/control.ts';
import { newOrder } from '../desk/known-payment.ts';
import { readQr } from '../desk/read-qr.ts';
import { expect, test } from '../desk/test.ts';

test('what a phone approves appears by itself, is captured in two parts and refunded in part', async ({
  browser,
  control,
  desk,
  page,
  signIn,
}) => {
  const order = newOrder();
  await signIn(page, 'manager');
  await page.goto('/payments');
  await expect(page.getByText('Changes appear by themselves')).toBeAttached();
  let loads = 0;
  page.on('load', () => loads++);
  const row = page.getByRole('row').filter({ hasText: order });

  const { payId } = await control.pay({ amount: 12_000, refNr: order, outcome: 'abandon' });
  const phone = await scan(browser, `${desk.simulatorUrl}/pay/${payId}`);
  await expect(row).toHaveCount(0);
  await phone.getByRole('button', { name: 'Pay', exact: true }).click();

  await expect(phone.getByRole('status')).toContainText('Paid');
  await expect(row).toContainText('Authorised');
  await expect(row).toContainText('120.00');

  await row.getByRole('link', { name: `Capture … ${order}` }).click();
  const dialog = page.getByRole('dialog', { name: `Capture ${order}` });
  await dialog.getByLabel('Amount in CHF').fill('40');
  await dialog.getByRole('radio', { name: 'Keep the authorisation open' }).check();
  await expect(dialog.getByRole('row', { name: 'Captured 0.00 40.00' })).toBeVisible();
  await expect(dialog.getByRole('row', { name: 'Remaining 120.00 80.00' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Capture CHF 40.00' }).click();

  await expect(dialog).toBeHidden();
  await expect(row).toContainText('Partly captured');

  await row.getByRole('link', { name: `Capture … ${order}` }).click();
  await expect(dialog.getByText('Nothing remains open after this.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Capture CHF 80.00' }).click();

  await expect(dialog).toBeHidden();
  await expect(row.getByText('Captured', { exact: true })).toBeVisible();

  await row.getByRole('link', { name: `Refund … ${order}` }).click();
  const refund = page.getByRole('dialog', { name: `Refund the customer – ${order}` });
  await refund.getByLabel('Amount in CHF').fill('25.00');
  await refund.getByLabel('Reason').selectOption('Return of goods');
  await refund.getByRole('button', { name: 'Refund CHF 25.00' }).click();

  await expect(refund).toBeHidden();
  await expect(row).toContainText('Partly refunded');
  expect(await steps(control, payId)).toEqual([
    'authorization 12000 customer',
    'capture 4000 wire',
    'capture 8000 wire',
    'credit 2500 wire',
  ]);
  expect(loads).toBe(0);
});

/** Opens what the code on the payment page says in a browser that has never seen the shop. */
async function scan(browser: Browser, paymentPageUrl: string): Promise<Page> {
  const shop = await browser.newPage();
  await shop.goto(paymentPageUrl);
  const code = shop.getByRole('img', { name: 'QR code of this payment' });
  const url = readQr(await code.screenshot());
  await shop.context().close();

  const stranger = await browser.newContext();
  const phone = await stranger.newPage();
  await phone.goto(url);
  return phone;
}

async function steps(control: Control, payId: string): Promise<readonly string[]> {
  const entries = await control.ledger(payId);
  return entries.map(({ kind, amount, source }) => `${kind} ${amount} ${source}`);
}
