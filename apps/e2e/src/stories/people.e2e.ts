import { createHmac, randomBytes } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../desk/test.ts';

const password = 'a sentence nobody guesses';

test('an admin invites somebody for shipping, who sets a password and captures', async ({
  browser,
  desk,
  page,
  pay,
  signIn,
}) => {
  const { order } = await pay({ amount: 4_990 });
  const name = `Mia ${randomBytes(3).toString('hex')}`;
  const email = `${name.replace(' ', '.').toLowerCase()}@alpenladen.example`;
  await signIn(page, 'admin');
  const link = await invite(page, { name, email });
  expect(link).toMatch(new RegExp(`^${desk.url}/accept-invite#token=[\\w-]{43}$`));
  await page.reload();
  await expect(page.getByLabel('Name')).toHaveValue('');
  await expect(page.getByText(link)).toHaveCount(0);

  const context = await browser.newContext({ baseURL: desk.url });
  const mia = await context.newPage();
  await mia.goto(link);
  const secret = await read(mia.locator('code'));
  await mia.getByRole('textbox', { name: 'Choose a password' }).fill(password);
  await mia.getByLabel('6-digit code').fill(totp(secret, Date.now()));
  await mia.getByRole('button', { name: 'Set up and sign in' }).click();

  await expect(mia.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(mia.getByRole('banner')).toContainText('Shipping');
  await expect(mia.getByRole('link', { name: 'People', exact: true })).toHaveCount(0);
  await mia.goto('/settings/people');
  await expect(mia.getByText(/can give you the right “Manage people”/)).toBeVisible();
  await mia.goto(`/payments?search=${order}`);
  await mia.getByRole('link', { name: order, exact: true }).click();
  await mia.getByRole('button', { name: 'Capture …' }).click();
  await mia.getByRole('button', { name: 'Capture CHF 49.90' }).click();
  await expect(mia.getByRole('main')).toContainText('CHF 49.90 captured');

  await mia.goto(link);
  await expect(mia.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await context.close();
});

test('a new link signs the person out; after the removal nothing opens', async ({
  browser,
  desk,
  page,
  signIn,
}) => {
  const name = `Jan ${randomBytes(3).toString('hex')}`;
  const email = `${name.replace(' ', '.').toLowerCase()}@alpenladen.example`;
  await signIn(page, 'admin');
  const first = await invite(page, { name, email });
  const context = await browser.newContext({ baseURL: desk.url });
  const jan = await context.newPage();
  await jan.goto(first);
  await jan.getByRole('textbox', { name: 'Choose a password' }).fill(password);
  await jan.getByLabel('6-digit code').fill(totp(await read(jan.locator('code')), Date.now()));
  await jan.getByRole('button', { name: 'Set up and sign in' }).click();
  await expect(jan.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();

  await page.getByRole('link', { name: 'People', exact: true }).click();
  await expect(page.getByRole('row').filter({ hasText: name })).toContainText('Active');
  await page.getByRole('link', { name }).click();
  await page.getByRole('button', { name: 'Make a new link …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make a new link' }).click();
  const second = page.getByRole('region', { name: 'Invitation link' }).locator('code');
  const address = await read(second);
  expect(address).not.toBe(first);
  await jan.goto('/');
  await expect(jan.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();

  await page.getByRole('button', { name: 'Remove …' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove person' }).click();
  await expect(page.getByText(`${name} was removed`)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0);
  await jan.goto(address);
  await expect(jan.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await context.close();
});

test('nobody changes the own account or one that everybody uses', async ({ page, signIn }) => {
  await signIn(page, 'admin');
  for (const [name, text] of [
    ['Ines Rossi', 'This is your own account.'],
    ['Nora Frei', 'This is a demo account that everybody uses.'],
  ] as const) {
    await page.goto('/settings/people');
    await page.getByRole('link', { name }).click();
    await expect(page.getByRole('main')).toContainText(text);
    await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
  }
});

/** Invites somebody for shipping and answers the link that is shown once. */
async function invite(
  page: Page,
  { name, email }: { readonly name: string; readonly email: string },
): Promise<string> {
  await page.getByRole('link', { name: 'People', exact: true }).click();
  await page.getByRole('link', { name: 'Invite a person' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Email address').fill(email);
  await page.getByRole('radio', { name: 'Shipping' }).check();
  await page.getByRole('button', { name: 'Create invitation' }).click();
  const shown = page.getByRole('region', { name: 'Invitation link' });
  await expect(shown).toContainText('It is shown only this once.');
  await expect(shown.getByRole('button', { name: 'Copy Invitation link' })).toBeVisible();
  return read(shown.locator('code'));
}

async function read(place: Locator): Promise<string> {
  return (await place.textContent()) ?? '';
}

/** The six digits of a code app at `at` (ms): RFC 6238 with its defaults, SHA-1 and 30 seconds. */
function totp(secret: string, at: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret.replace(/[\s=]/g, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 15;
  const number = digest.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}
