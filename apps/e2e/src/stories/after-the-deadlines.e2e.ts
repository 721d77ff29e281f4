import { newOrder } from '../desk/known-payment.ts';
import { readQr } from '../desk/read-qr.ts';
import { expect, test } from '../desk/test.ts';

/** Written out, so that no other story shares the desk whose clock is moved here. */
test.use({ deskEnv: { DEMO_PAYMENTS: '0', QUIET_PERIOD_MS: '600000' } });

const HOUR_MS = 3_600_000;

test('the rest of an authorisation that lapsed is asked for again by link, and paid', async ({
  browser,
  control,
  page,
  pay,
  signIn,
}) => {
  test.slow();
  const payment = await pay({ amount: 8_000, refNr: newOrder() });
  await control.advance(169 * HOUR_MS);
  await signIn(page, 'service');
  await page.goto(`/payments/${payment.id}`);
  // The daily question has found out by itself.
  await page.getByRole('link', { name: 'New link for the rest' }).click();

  await expect(page.getByText(`The authorisation of ${payment.order} lapsed.`)).toBeVisible();
  await expect(page.getByLabel('Amount in CHF')).toHaveValue('80.00');
  await expect(page.getByLabel('Order / RefNr')).toHaveValue(payment.order);
  await page.getByLabel('Description').fill('Once more');
  await page.getByRole('button', { name: 'Create link' }).click();
  await expect(page.getByText('Nobody has opened it yet.')).toBeVisible();
  await expect(page.getByText('This link asks again for the rest of a payment')).toBeVisible();
  const code = page.getByRole('img', { name: 'QR code: pay CHF' });
  const customer = await (await browser.newContext()).newPage();
  await customer.goto(readQr(await code.screenshot()));
  await customer.getByRole('button', { name: 'Pay with TWINT' }).click();
  const shown = customer.getByRole('img', { name: 'QR code of this payment' });
  const phone = await (await browser.newContext()).newPage();
  await phone.goto(readQr(await shown.screenshot()));
  await phone.getByRole('button', { name: 'Pay', exact: true }).click();
  await expect(customer.getByRole('heading', { name: 'Paid' })).toBeVisible();

  await page.getByRole('link', { name: 'Open that payment' }).click();
  const links = page.getByRole('region', { name: 'Payment links' });
  await expect(links).toContainText(/Asked for again: CHF\s80\.00/);
  await expect(links).toContainText('Paid');
  await expect(page.getByRole('link', { name: 'New link for the rest' })).toHaveCount(0);
});

test('money that came back past TWINT is recorded and is a line of its own in the reports', async ({
  control,
  page,
  pay,
  signIn,
}) => {
  test.slow();
  const payment = await pay({ amount: 31_200, refNr: newOrder() });
  await signIn(page, 'manager');
  await page.goto(`/payments/${payment.id}/capture`);
  await page.getByRole('button', { name: 'Capture CHF 312.00' }).click();
  await expect(page.getByRole('main').getByText('Captured', { exact: true }).first()).toBeVisible();
  await control.advance(181 * 24 * HOUR_MS);

  await page.context().clearCookies();
  await signIn(page, 'manager');
  await page.goto(`/payments/${payment.id}`);
  await page.getByRole('button', { name: 'Record a reimbursement …' }).click();
  await page.getByLabel('Amount in CHF').fill('312.01');
  await page.getByRole('button', { name: /^Record CHF|^Record as/ }).click();
  await expect(page.getByText('Say why, and where it can be found')).toBeVisible();
  await expect(page.getByLabel('Amount in CHF')).toHaveValue(/312\.01/);
  await page.getByLabel('Amount in CHF').fill('99');
  await page.getByLabel('Reason and reference').fill('IBAN told by phone');
  await page.getByRole('button', { name: 'Record CHF 99.00 as paid back' }).click();
  await expect(page.getByText('CHF 99.00 recorded as paid back past TWINT.')).toBeVisible();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history).toContainText('CHF 99.00 paid back another way: Bank transfer');
  await expect(history).toContainText('IBAN told by phone');
  await expect(page.getByRole('row', { name: 'Refundable 213.00' })).toBeVisible();

  await page.getByRole('link', { name: 'Reports', exact: true }).click();
  await page.getByRole('button', { name: 'Last 7 days' }).click();
  const line = page.locator('main [data-figure=reimbursed]').first();
  await expect(line).toContainText('99.00');
  await line.getByRole('link').first().click();
  await expect(page.getByRole('row').filter({ hasText: payment.order })).toContainText('99.00');
});
