import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { newOrder } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

test('an admin makes a key, the shop takes a payment with it and is told, the key is replaced and revoked', async ({
  browser,
  desk,
  page,
  signIn,
}) => {
  const shop = await openShop();
  await signIn(page, 'admin');
  await page.getByRole('link', { name: 'Gateway connections' }).click();
  await page.getByRole('link', { name: 'Webshop' }).click();
  await page.getByRole('link', { name: 'Shop API' }).click();

  await page.getByLabel('Address of the shop').fill(shop.address);
  await page.getByRole('button', { name: 'Save the address' }).click();
  const secret = await shownOnce(page, 'secret');
  expect(secret).toMatch(/^whsec_/);
  const name = newOrder();
  await makeKey(page, name);
  const key = await shownOnce(page, 'key');
  const row = page.getByRole('row').filter({ hasText: name });
  await expect(row).toContainText(key.slice(0, 17));
  await expect(row).toContainText('Never');

  // The example of the screen, as it stands, with the key in it.
  const transId = newOrder();
  const example = (await page.locator('pre').textContent()) ?? '';
  const created = await runCurl(example.replace('YOUR_KEY', key).replace('order-1001', transId));
  expect(created).toMatchObject({ transId, state: 'awaiting', amount: 5900 });
  await expect(row).not.toContainText('Never', { timeout: 15_000 });

  const customer = await (await browser.newContext()).newPage();
  await customer.route('https://shop.example/**', (route) => route.fulfill({ body: 'Thank you.' }));
  await customer.goto(String(created.redirectUrl));
  const address = await customer.locator('[data-url]').first().getAttribute('data-url');
  const phone = await (await browser.newContext()).newPage();
  await phone.goto(String(address));
  await phone.getByRole('button', { name: 'Pay', exact: true }).click();
  await expect(customer.getByText('Thank you.')).toBeVisible();
  await expect(customer).toHaveURL('https://shop.example/thanks');

  await expect
    .poll(() => shop.eventsOf(transId, secret), { timeout: 20_000 })
    .toEqual(['payment.authorized']);
  const told = page.getByRole('row').filter({ hasText: transId });
  await expect(told).toContainText('Delivered', { timeout: 15_000 });
  await told.getByRole('button', { name: 'Send again' }).click();
  await expect
    .poll(() => shop.eventsOf(transId, secret))
    .toEqual(['payment.authorized', 'payment.authorized']);

  await row.getByRole('button', { name: 'Replace' }).click();
  await page.getByRole('button', { name: 'Make the new key' }).click();
  const next = await shownOnce(page, 'key');
  expect(next).not.toBe(key);
  const read = (token: string) =>
    fetch(`${desk.url}/api/v1/payments/${transId}`, {
      headers: { authorization: `Bearer ${token}` },
    });
  for (const token of [key, next]) {
    expect(await (await read(token)).json()).toMatchObject({ state: 'authorized' });
  }
  const old = row.filter({ hasText: key.slice(0, 17) });
  await expect(old).toContainText('Being replaced');
  await old.getByRole('button', { name: 'Revoke' }).click();
  await page.getByRole('button', { name: 'Revoke the key' }).click();
  await expect(old).toContainText('Revoked');
  expect((await read(key)).status).toBe(401);
  expect((await read(next)).status).toBe(200);

  await page.reload();
  await expect(old).toContainText('Revoked');
  for (const hidden of [key, next, secret]) expect(await page.content()).not.toContain(hidden);
  await shop.close();

  const manager = await (await browser.newContext()).newPage();
  await signIn(manager, 'manager');
  await manager.goto('/payments?source=api');
  await expect(manager.getByRole('row').filter({ hasText: transId })).toContainText('59.00');
});

test('what is missing or wrong is said where it is, and stays typed', async ({ page, signIn }) => {
  await signIn(page, 'admin');
  await page.goto('/settings/connections');
  await page.getByRole('link', { name: 'Laden' }).click();
  await page.getByRole('link', { name: 'Shop API' }).click();
  await page.getByLabel('Address of the shop').fill('http://shop.example/hooks');
  await page.getByRole('button', { name: 'Save the address' }).click();
  await expect(page.getByText('Enter a complete address that starts with https://')).toBeVisible();
  await expect(page.getByLabel('Address of the shop')).toHaveValue('http://shop.example/hooks');
  await expect(page.getByText('The first secret is made when an address is saved.')).toBeVisible();

  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByRole('checkbox', { name: 'Create payments' }).uncheck();
  await page.getByRole('checkbox', { name: 'Read payments' }).uncheck();
  await page.getByRole('button', { name: 'Make the key' }).click();
  await expect(page.getByText('Enter a name')).toBeVisible();
  await expect(page.getByText('Choose at least one right')).toBeVisible();
});

test('who may not manage connections is told so', async ({ page, signIn }) => {
  await signIn(page, 'manager');
  await page.goto('/settings/connections/00000000-0000-4000-8000-000000000000/shop-api');
  await expect(page.getByText('Your role does not include this page')).toBeVisible();
});

async function makeKey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Make a key' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Make the key' }).click();
}

/** What the screen shows once; then it is put away. */
async function shownOnce(page: Page, what: 'key' | 'secret'): Promise<string> {
  const box = page.getByRole('region', { name: `The ${what} was made`, exact: true });
  const text = await box.locator('code').textContent();
  await box.getByRole('button', { name: 'I have copied it' }).click();
  await expect(box).toBeHidden();
  return text ?? '';
}

/** Sends what a curl command says, wherever curl is not installed. */
async function runCurl(command: string): Promise<{ readonly redirectUrl?: string }> {
  const url = /^curl (\S+)/.exec(command)?.[1] ?? '';
  const headers = [...command.matchAll(/-H '([^:]+): ([^']+)'/g)].map(
    ([, name = '', value = '']) => [name, value] as [string, string],
  );
  const body = /-d '([^']+)'/.exec(command)?.[1] ?? '';
  const answer = await fetch(url, { method: 'POST', headers, body });
  return (await answer.json()) as { readonly redirectUrl?: string };
}

/** The shop's own server, which believes only what is signed. */
async function openShop() {
  const told: { readonly headers: Record<string, unknown>; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on('end', () => {
      told.push({ headers: request.headers, body });
      response.writeHead(204).end();
    });
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/hooks`,
    eventsOf: (transId: string, secret: string) =>
      told
        .filter(({ body }) => body.includes(`"${transId}"`))
        .map(({ headers, body }) => {
          const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
          const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
          const mac = createHmac('sha256', key).update(signed).digest('base64');
          const isSigned = String(headers['webhook-signature']).split(' ').includes(`v1,${mac}`);
          const { type } = JSON.parse(body) as { readonly type: string };
          return isSigned ? type : 'not signed';
        }),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
