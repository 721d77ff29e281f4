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

test('the sheet of a link is one page of A6 in the language of the customer, dark on white', async ({
  manager,
  page,
  signIn,
}) => {
  const { body } = await manager.mutate('links.create', {
    key: newKey(),
    connection: 'demo',
    amount: 123_456_789,
    orderDesc: 'Reparatur von Kette und Bremsen, '.repeat(6),
    validUntil: Date.now() + 86_400_000,
    language: 'fr',
    capture: 'by-hand',
  });
  await page.emulateMedia({ colorScheme: 'dark' });
  await signIn(page, 'manager');
  await page.goto(`/links/${body.result.data.id}/print`);
  await expect(page.getByText('Scanner avec l’app TWINT')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Print' })).toBeVisible();

  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const pages = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)];
  const toMm = (points = '0') => Math.round((Number(points) / 72) * 25.4);
  expect(pages.map(([, width, height]) => [toMm(width), toMm(height)])).toEqual([[105, 148]]);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const code = page.getByRole('img', { name: 'QR' });
  expect(readQr(await code.screenshot())).toBe(body.result.data.url);
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

test('what narrows the list of links stands in the address', async ({ manager, page, signIn }) => {
  const order = newOrder();
  await manager.mutate('links.create', {
    connection: 'demo',
    amount: 5_900,
    refNr: order,
    orderDesc: 'Repair',
    validUntil: Date.now() + 300 * 86_400_000,
    language: 'en',
    capture: 'by-hand',
    key: newKey(),
  });
  await signIn(page, 'service');
  await page.goto('/links');
  const link = page.getByRole('link', { name: order });
  await page.getByLabel('Order or description').fill(order);
  await expect(page).toHaveURL(`/links?search=${order}`);
  await expect(link).toBeVisible();
  await page.getByLabel('State').selectOption('Paid');
  await expect(page.getByText('No link matches this filter')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Order or description')).toHaveValue(order);
  await page.getByLabel('State').selectOption('Open');
  await link.click();
  await expect(page.getByRole('heading', { level: 1, name: order })).toBeVisible();
  await page.goBack();
  await expect(page).toHaveURL(`/links?state=open&search=${order}`);
  await expect(link).toBeVisible();

  await page.goto(`/links?state=lost&search=${order}`);
  await expect(page.getByText('There is no state “lost”.')).toBeVisible();
  await expect(link).toBeVisible();
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
