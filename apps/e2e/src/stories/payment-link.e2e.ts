import type { Browser, Page } from '@playwright/test';
import { newKey } from '../desk/api.ts';
import { newOrder } from '../desk/known-payment.ts';
import { readQr } from '../desk/read-qr.ts';
import { expect, test } from '../desk/test.ts';

test('a link is made, scanned, paid on a phone, seen at the counter, and captured', async ({
  browser,
  page,
  signIn,
}) => {
  const order = newOrder();
  await signIn(page, 'manager');
  await page.goto('/links');
  await page.getByRole('link', { name: 'New link' }).click();
  await page.getByLabel('Gateway connection', { exact: true }).selectOption({ label: 'Webshop' });
  await page.getByLabel('Amount in CHF').fill('59');
  await page.getByLabel('Order / RefNr').fill(order);
  await page.getByLabel('Description').fill('Repair');
  await page.getByRole('button', { name: 'Create link' }).click();
  await expect(page.getByText('Nobody has opened it yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Show at the counter' }).click();
  await expect(page.getByRole('link', { name: 'Close' })).toBeVisible();
  const code = page.getByRole('img', { name: 'QR code: pay CHF' });
  const url = readQr(await code.screenshot());

  const customer = await stranger(browser, url);
  await expect(page.getByText('Scanned', { exact: true })).toBeVisible();
  await customer.getByRole('button', { name: 'Pay with TWINT' }).click();
  const phone = await scan(browser, customer);
  const second = await stranger(browser, url);
  await expect(second.getByRole('heading', { name: 'Payment in progress' })).toBeVisible();
  await phone.getByRole('button', { name: 'Pay', exact: true }).click();

  await expect(customer.getByRole('heading', { name: 'Paid' })).toBeVisible();
  await expect(customer).toHaveURL(url);
  await expect(second.getByRole('heading', { name: 'Paid' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Paid', { exact: true })).toBeVisible();

  await page.getByRole('link', { name: 'Close' }).click();
  await page.getByRole('link', { name: 'Open the payment' }).click();
  await expect(page.getByText(`Paid through link ${order}`)).toBeVisible();
  await page.getByRole('button', { name: 'Capture …' }).click();
  await page.getByRole('button', { name: 'Capture CHF 59.00' }).click();
  await expect(page.getByRole('main').getByText('Captured', { exact: true }).first()).toBeVisible();
});

test('a failure that is replayed to the address of success shows that nothing was paid', async ({
  browser,
  control,
  manager,
}) => {
  const { body } = await manager.mutate('links.create', {
    connection: 'demo',
    amount: 5_900,
    refNr: newOrder(),
    orderDesc: 'Repair',
    validUntil: Date.now() + 300 * 86_400_000,
    language: 'en',
    capture: 'by-hand',
    key: newKey(),
  });
  const { url } = body.result.data;
  const customer = await stranger(browser, url);
  await customer.getByRole('button', { name: 'Pay with TWINT' }).click();
  const phone = await scan(browser, customer);
  const returned = customer.waitForRequest(/\/callbacks\/demo\/success\?/);
  await control.fault('failure-replayed');
  await phone.getByRole('button', { name: 'Decline' }).click();

  await returned;
  await expect(customer.getByRole('status')).toContainText('Not paid', { timeout: 20_000 });
  await expect(customer).toHaveURL(url);
  expect(await customer.evaluate(() => document.referrer)).toBe('');
});

/** A browser that has never seen the desk. */
async function stranger(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** The phone that scans the code of the gateway's page. */
async function scan(browser: Browser, page: Page): Promise<Page> {
  const code = page.getByRole('img', { name: 'QR code of this payment' });
  return stranger(browser, readQr(await code.screenshot()));
}
