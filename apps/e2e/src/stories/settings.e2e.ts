import type { Page } from '@playwright/test';
import { holdBack } from '../desk/hold-back.ts';
import { expect, test } from '../desk/test.ts';

const encryptionKey = 'bf-demo-key-0001';
const hmacKey = 'hmac-demo-key-0123456789abcdef01';

test('an admin connects a gateway, tests it, copies the addresses, and never sees a key again', async ({
  context,
  desk,
  page,
  signIn,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const answers: string[] = [];
  page.on('response', async (response) => {
    if (response.url().includes('/trpc/')) answers.push(await response.text().catch(() => ''));
  });
  await signIn(page, 'admin');
  await page.getByRole('link', { name: 'Gateway connections' }).click();
  await page.getByRole('link', { name: 'Add connection' }).click();

  await page.getByLabel('Name on the screen').fill('Kiosk');
  await page.getByLabel('Gateway brand').selectOption('Other, by address');
  await page.getByLabel('Base address').fill(desk.simulatorUrl);
  await page.getByLabel('MerchantID').fill('desk_demo_test');
  await page.getByLabel('Encryption key', { exact: true }).fill(encryptionKey);
  await page.getByLabel('HMAC key', { exact: true }).fill(hmacKey);
  await page.getByRole('radio', { name: 'Test system' }).check();
  await page.getByRole('button', { name: 'Create connection' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Kiosk' })).toBeVisible();
  await testConnection(page, ['OK', 'OK', 'OK', 'not known']);
  await expect(page.getByRole('region', { name: 'Connection test' })).toContainText(
    'None yet. Check URLNotify in the shop',
  );

  const addresses = page.getByRole('region', { name: 'Addresses for the gateway' });
  for (const [name, path] of [
    ['URLNotify', 'notify'],
    ['URLSuccess', 'success'],
    ['URLFailure', 'failure'],
  ]) {
    await addresses.getByRole('button', { name: `Copy ${name}` }).click();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toMatch(new RegExp(`^${desk.url}/callbacks/[\\w-]{22}/${path}$`));
    await expect(addresses).toContainText(copied);
  }

  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Kiosk' })).toBeVisible();
  for (const name of ['Encryption key', 'HMAC key']) {
    await expect(page.getByLabel(name, { exact: true })).toHaveValue('');
    await expect(page.getByLabel(name, { exact: true })).toHaveAccessibleDescription(
      /Leave empty to keep the key that was set/,
    );
  }
  for (const secret of [encryptionKey, hmacKey]) {
    expect(await page.content()).not.toContain(secret);
    expect(answers.join('\n')).not.toContain(secret);
  }
});

test('a wrong key, a wrong MerchantID and a wrong address are each told apart in words', async ({
  desk,
  page,
  signIn,
}) => {
  await signIn(page, 'admin');
  await page.goto('/settings/connections/new');
  await page.getByLabel('Name on the screen').fill('Second shop');
  await page.getByLabel('Gateway brand').selectOption('Other, by address');
  await page.getByLabel('Base address').fill(desk.simulatorUrl);
  await page.getByLabel('MerchantID').fill('desk_demo_sale');
  await page.getByLabel('Encryption key', { exact: true }).fill('not-this-key-0001');
  await page.getByLabel('HMAC key', { exact: true }).fill(hmacKey);
  await page.getByRole('button', { name: 'Create connection' }).click();
  const panel = page.getByRole('region', { name: 'Connection test' });

  await testConnection(page, ['OK', 'failed', 'not known', 'not known']);
  await expect(panel).toContainText('Check the encryption key and whether it is Blowfish or AES.');

  await page.getByLabel('Encryption key', { exact: true }).fill(encryptionKey);
  await page.getByLabel('HMAC key', { exact: true }).fill('not-this-hmac-key');
  await save(page);
  await testConnection(page, ['OK', 'OK', 'failed', 'not known']);
  await expect(panel).toContainText(/Check the MerchantID.*HMAC key/);

  await page.getByLabel('HMAC key', { exact: true }).fill(hmacKey);
  await save(page);
  await testConnection(page, ['OK', 'OK', 'OK', 'not known']);

  await page.getByLabel('Base address').fill('http://localhost:9');
  await save(page);
  await testConnection(page, ['failed', 'not known', 'not known', 'not known']);
  await expect(panel).toContainText('Check the base address');
});

test('what is missing is said field by field, and what was typed stays', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'admin');
  await page.goto('/settings/connections/new');
  await page.getByLabel('Name on the screen').fill('Half done');
  await page.getByLabel('Encryption key', { exact: true }).fill('abc');
  await page.getByRole('button', { name: 'Create connection' }).click();

  await expect(page.getByText('Enter the MerchantID')).toBeVisible();
  await expect(page.getByText('A Blowfish key has 4 to 56 characters')).toBeVisible();
  await expect(page.getByText('Enter the HMAC key')).toBeVisible();
  await expect(page.getByLabel('Name on the screen')).toHaveValue('Half done');
  await expect(page).toHaveURL(/connections\/new$/);
});

test('choosing a brand shows where each step would go, before anything is saved', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'admin');
  await page.goto('/settings/connections/new');
  const brand = page.getByLabel('Gateway brand');
  const base = page.getByLabel('Base address');
  const addresses = page.getByRole('region', { name: 'Addresses that are called' });

  await brand.selectOption('Pay-Jet Cockpit');
  await expect(base).toHaveValue('https://www.payjet-cockpit.de/');
  await expect(addresses).toContainText('https://www.payjet-cockpit.de/reverse.aspx');
  await expect(addresses).not.toContainText('Only the base address is documented');

  await brand.selectOption('Axepta (BNP Paribas)');
  await expect(addresses).toContainText('https://paymentpage.axepta.bnpparibas/capture.aspx');
  await expect(addresses).toContainText('Only the base address is documented for this brand');

  await base.fill('https://payment.example/desk');
  await expect(addresses).toContainText('https://payment.example/desk/capture.aspx');
  await expect(
    page.getByText('The address that is known of Axepta (BNP Paribas) is'),
  ).toBeVisible();
  await brand.selectOption('Other, by address');
  await expect(base).toHaveValue('');
  await brand.selectOption('Axepta (BNP Paribas)');
  await expect(base).toHaveValue('https://payment.example/desk');
  await page.getByRole('button', { name: 'Use the known address' }).click();
  await expect(base).toHaveValue('https://paymentpage.axepta.bnpparibas/');

  await page.getByLabel('Name on the screen').fill('Axepta shop');
  await page.getByLabel('MerchantID').fill('axepta_shop');
  await page.getByLabel('Encryption key', { exact: true }).fill(encryptionKey);
  await page.getByLabel('HMAC key', { exact: true }).fill(hmacKey);
  await page.getByRole('button', { name: 'Create connection' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Axepta shop' })).toBeVisible();
  await page.reload();
  await expect(brand).toHaveValue('axepta');
  await expect(base).toHaveValue('https://paymentpage.axepta.bnpparibas/');
});

test('the form of a new connection waits for the addresses of the brands', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'admin');
  const release = await holdBack(page, 'connections.brands');
  await page.goto('/settings/connections/new');

  await expect(page.getByRole('main').getByRole('status')).toHaveText('Loading');
  await expect(page.getByLabel('Gateway brand')).toHaveCount(0);
  release();

  await page.getByLabel('Gateway brand').selectOption('Pay-Jet Cockpit');
  await expect(page.getByLabel('Base address')).toHaveValue('https://www.payjet-cockpit.de/');
});

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save changes' }).click();
  await expect(page.getByText('Saved.', { exact: true })).toBeVisible();
}

async function testConnection(page: Page, states: readonly string[]): Promise<void> {
  const panel = page.getByRole('region', { name: 'Connection test' });
  await panel.getByRole('button', { name: 'Test connection' }).click();
  const names = [
    'Address reachable',
    'Answer decrypted with the encryption key',
    'MerchantID accepted',
    'Notification received lately',
  ];
  await expect(panel.getByRole('listitem')).toContainText(
    names.map((name, at) => new RegExp(`${states[at]}.*${name}`, 's')),
  );
}
