import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { read, utils } from '@e965/xlsx';
import type { Page } from '@playwright/test';
import { createApi, signInCookie } from '../desk/api.ts';
import { captureKnown } from '../desk/known-payment.ts';
import { makeExport } from '../desk/make-export.ts';
import { expect, test } from '../desk/test.ts';

/** Opens the dialog from the list, chooses a format and presses the button. */
async function exportFromList(page: Page, format: RegExp): Promise<void> {
  await page.getByRole('link', { name: 'Export …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Export payments' });
  await expect(dialog.getByText(/1 row, about/)).toBeVisible();
  await dialog.getByRole('radio', { name: format }).check();
  await dialog.getByRole('button', { name: 'Create file' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Fetches the newest file once it is ready. */
async function fetchNewest(page: Page): Promise<{ name: string; bytes: Buffer }> {
  const newest = page.getByRole('article').first();
  const coming = page.waitForEvent('download');
  await newest.getByRole('link', { name: /^Download/ }).click();
  const file = await coming;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a manager exports what the list shows, as a table and as a workbook, and runs it again', async ({
  manager,
  page,
  pay,
  signIn,
}) => {
  const payment = await pay({ amount: 123_450 });
  await captureKnown(manager, payment, 100_000);
  await signIn(page, 'manager');
  await page.goto(`/payments?search=${payment.order}&status=part_captured`);
  await expect(page.getByRole('row').filter({ hasText: payment.order })).toBeVisible();

  await exportFromList(page, /German-speaking/);
  const csv = await fetchNewest(page);
  expect(csv.name).toMatch(/^payments_\d{4}-\d\d-\d\d_\d{6}_Europe-Zurich\.csv$/);
  const [table = '', facts = ''] = csv.bytes.toString().split('\r\n\r\n');
  const [heading = '', row = ''] = table.replace(/^\ufeff/, '').split('\r\n');
  const cells = Object.fromEntries(
    heading.split(';').map((name, at) => [name, row.split(';')[at]?.replaceAll('"', '')]),
  );
  expect(cells).toMatchObject({
    Order: payment.order,
    Status: 'Partly captured',
    Authorised: '1234.50',
    Captured: '1000.00',
    Remaining: '234.50',
  });
  expect(facts).toContain(`search “${payment.order}” · status Partly captured`);

  await page.goto(`/payments?search=${payment.order}`);
  await exportFromList(page, /XLSX/);
  const { bytes, name } = await fetchNewest(page);
  expect(name).toMatch(/\.xlsx$/);
  const book = read(bytes);
  const [sheet = {}] = Object.values(book.Sheets);
  expect(utils.sheet_to_json(sheet)).toMatchObject([
    { Order: payment.order, Authorised: 1234.5, Captured: 1000, Remaining: 234.5 },
  ]);
  const digest = createHash('sha256').update(bytes).digest('hex');
  const card = page.getByRole('article').first();
  await card.getByText('Details').click();
  await expect(card.getByText(digest)).toBeVisible();

  const articles = page.getByRole('article');
  const before = await articles.count();
  await card.getByRole('button', { name: 'Run again as of now' }).click();
  await expect(articles).toHaveCount(before + 1);
  const again = articles.first();
  await expect(again.getByText('Ready', { exact: true })).toBeVisible();
  expect((await fetchNewest(page)).bytes.length).toBeGreaterThan(1000);
});

test('a file is for who made it, and personal data for who may have it', async ({
  desk,
  manager,
  page,
  signIn,
}) => {
  const columns = ['transId', 'orderDesc'];
  const definition = {
    merchantId: 1,
    scope: { kind: 'all' },
    columns,
    format: 'csv-rfc4180',
    language: 'en',
  };
  const { id } = await makeExport(manager, definition);
  const fetched = async (cookie: string) =>
    (await fetch(`${desk.url}/downloads/exports/${id}`, { headers: { cookie } })).status;
  const auditor = await signInCookie(desk.url, 'auditor');
  expect(await fetched(await signInCookie(desk.url, 'manager'))).toBe(200);
  expect(await fetched(auditor)).toBe(404);
  expect(await fetched('')).toBe(401);
  expect((await createApi(desk.url, auditor).mutate('exports.create', definition)).status).toBe(
    403,
  );

  await signIn(page, 'auditor');
  await page.goto('/exports');
  await expect(page.getByText('No exports yet')).toBeVisible();
  await page.getByRole('link', { name: 'New export …' }).click();
  const dialog = page.getByRole('dialog');
  const personal = dialog.getByRole('checkbox', { name: 'Include personal data' });
  await expect(personal).toHaveAttribute('aria-disabled', 'true');
  // Past Playwright's own check for disabled controls: a person can click it all the same.
  await personal.click({ force: true });
  await expect(personal).not.toBeChecked();
  await expect(dialog).toContainText('Your role does not include exporting personal data.');
  await dialog.getByRole('radio', { name: 'Choose' }).check();
  for (const box of await dialog
    .getByRole('group', { name: 'Columns of the file' })
    .getByRole('checkbox')
    .all()) {
    await box.uncheck();
  }
  await expect(dialog).toContainText('Choose at least one column.');
});
