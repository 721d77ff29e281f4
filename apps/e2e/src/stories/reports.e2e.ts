import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { newKey, signInCookie } from '../desk/api.ts';
import { captureKnown } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

/** `CHF 8’164.15` as minor units. */
const minorOf = (text: string): number => Number(text.replace(/[^\d−]/g, '').replace('−', '-'));

/** One of the five sums above the report. */
const figure = (page: Page, name: string) =>
  page.locator(`main li[data-figure=${name}] [class*=figureNumber]`);

test('a report grows while it is looked at, and each number leads to exactly its steps', async ({
  manager,
  page,
  pay,
  signIn,
}) => {
  const first = await pay({ amount: 100_000 });
  await captureKnown(manager, first, 60_000);
  await signIn(page, 'manager');
  await page.getByRole('link', { name: 'Reports', exact: true }).click();
  await page.getByRole('button', { name: 'Last 7 days' }).click();
  const captured = figure(page, 'captured');
  await expect(captured).toHaveText(/CHF/);
  const before = minorOf((await captured.textContent()) ?? '');
  const refunded = figure(page, 'refunded');
  const refundedBefore = minorOf((await refunded.textContent()) ?? '');

  const second = await pay({ amount: 5_000 });
  await page.evaluate(() => scrollTo(0, 300));
  await captureKnown(manager, second, 5_000);
  await manager.mutate('payments.credit', {
    paymentId: second.id,
    amount: 1_205,
    reason: 'return',
    key: newKey(),
  });
  await expect.poll(async () => minorOf((await captured.textContent()) ?? '')).toBe(before + 5_000);
  await expect
    .poll(async () => minorOf((await refunded.textContent()) ?? ''))
    .toBe(refundedBefore + 1_205);
  expect(await page.evaluate(() => scrollY)).toBe(300);

  for (const name of ['captured', 'refunded', 'net']) {
    const number = figure(page, name);
    const said = await number.textContent();
    await number.click();
    await expect(page.locator('main [data-count]')).toContainText(said ?? '');
    const rows = page.getByRole('row').filter({ has: page.getByRole('rowheader') });
    await expect(rows.first()).toBeVisible();
    const amounts = await rows
      .locator('data')
      .evaluateAll((cells) =>
        cells.map((cell) => Math.round(100 * Number(cell.getAttribute('value')))),
      );
    const count = Number(await page.locator('main [data-count]').getAttribute('data-count'));
    expect(amounts).toHaveLength(count);
    expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(minorOf(said ?? ''));
    await page.goBack();
  }

  await page.getByRole('combobox', { name: 'Kind of day' }).selectOption('twint');
  await expect(page.getByText('TWINT days from 23:00 to 23:00')).toBeVisible();
  const lines = page.getByRole('region', { name: 'Calendar day and TWINT day' });
  const sums = Object.fromEntries(
    await Promise.all(
      ['calendar', 'eve', 'lastHour', 'twint'].map(async (line) => [
        line,
        minorOf(
          (await lines.locator(`[data-line=${line}] [data-figure=captured]`).textContent()) ?? '',
        ),
      ]),
    ),
  );
  expect(sums.calendar + sums.eve - sums.lastHour).toBe(sums.twint);
  expect(sums.twint).toBe(minorOf((await captured.textContent()) ?? ''));
});

test('a range that makes no sense is explained, and what was typed stays', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'manager');
  await page.goto('/reports?from=2026-02-30&unit=year&connection=demo');
  await expect(page.getByRole('status').filter({ hasText: '2026-02-30' })).toContainText('year');
  await expect(page.getByRole('combobox', { name: 'Connection' })).toHaveValue('demo');

  const until = page.getByRole('textbox', { name: 'To' });
  await until.fill('31.2.2026');
  await until.press('Enter');
  await expect(until).toHaveAttribute('aria-invalid', 'true');
  await expect(until).toHaveValue('31.2.2026');
});

test('shipping sees no report, not even by its address', async ({ page, signIn }) => {
  await signIn(page, 'shipping');
  await expect(page.getByRole('link', { name: 'Reports', exact: true })).toHaveCount(0);
  await page.goto('/reports');
  await expect(page.getByText('Your role does not include this page')).toBeVisible();
});

test('a report is taken away as a file whose sums are those on the screen', async ({
  desk,
  manager,
  page,
  pay,
  signIn,
}) => {
  await captureKnown(manager, await pay({ amount: 7_700 }), 7_700);
  await signIn(page, 'manager');
  await page.goto('/reports');
  await page.getByRole('combobox', { name: 'Format' }).selectOption('csv-de-ch');
  const link = page.getByRole('link', { name: 'Download report' });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  expect(download.suggestedFilename()).toMatch(/^report_.*_Europe-Zurich\.csv$/);
  const text = await readFile(await download.path(), 'utf8');
  const cells = text.split('\r\n').map((line) => line.split(';'));
  const told = Number(cells.find(([label]) => label === 'Sum Captured (CHF)')?.[1]);
  const days = cells.filter(([from]) => /^\d\d\.\d\d\.\d{4} /.test(from ?? ''));
  const sum = days.reduce((all, cell) => all + Math.round(100 * Number(cell[2])), 0);
  expect(sum).toBe(Math.round(100 * told));
  expect(sum).toBeGreaterThanOrEqual(7_700);

  const address = (await link.getAttribute('href')) ?? '';
  const statusFor = async (cookie: string, path = address) =>
    (await fetch(`${desk.url}${path}`, { headers: { cookie } })).status;
  expect(await statusFor('')).toBe(401);
  expect(await statusFor(await signInCookie(desk.url, 'service'))).toBe(403);
  const auditor = await signInCookie(desk.url, 'auditor');
  expect(await statusFor(auditor)).toBe(200);
  expect(await statusFor(auditor, address.replace('unit=day', 'unit=year'))).toBe(400);
  expect(await statusFor(auditor, `${address}&merchantId=99`)).toBe(404);
});
