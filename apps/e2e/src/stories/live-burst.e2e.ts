import type { Page } from '@playwright/test';
import type { Control } from '../desk/control.ts';
import { captureKnown, newOrder } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

// An amount that no other story pays.
const amount = 7_319;
const filter = '/payments?amountMin=73.19&amountMax=73.19';
const before = 130;
const burst = 70;
/** On a full machine a customer pays every few hundred milliseconds; nothing here is about speed. */
const patience = { timeout: 120_000 };

/** Many customers pay, twelve at a time. Answers with the PayID of each order. */
async function payMany(control: Control, count: number): Promise<ReadonlyMap<string, string>> {
  const orders = Array.from({ length: count }, newOrder);
  const paid = new Map<string, string>();
  const shop = async () => {
    for (let order = orders.pop(); order !== undefined; order = orders.pop()) {
      paid.set(order, (await control.pay({ amount, refNr: order })).payId);
    }
  };
  await Promise.all(Array.from({ length: 12 }, shop));
  return paid;
}

/** How often each procedure is asked for from now on. */
function countCalls(page: Page) {
  const calls = { list: 0, totals: 0 };
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    for (const name of pathname.split('/').at(-1)?.split(',') ?? []) {
      if (name === 'payments.list') calls.list += 1;
      if (name === 'payments.totals') calls.totals += 1;
    }
  });
  return calls;
}

test('hundreds of payments arrive and change while somebody works in the list', async ({
  control,
  manager,
  page,
  signIn,
}) => {
  test.setTimeout(360_000);
  const old = await payMany(control, before);
  await signIn(page, 'manager');
  await page.goto(filter);
  const totals = page.getByLabel('Totals of this list');
  await expect(totals).toContainText(`${before} payments`, patience);
  const rows = page.locator('[role=row][data-index]');
  await rows.first().focus();
  for (let key = 0; key < 7; key += 1) await page.keyboard.press('PageDown');
  for (let key = 0; key < 6; key += 1) await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  const focused = page.locator('[role=row]:focus');
  const order = (await focused.getByRole('rowheader').textContent()) ?? '';
  const row = page.getByRole('row').filter({ hasText: order });
  await expect(row).toHaveAttribute('aria-selected', 'true');
  const place = await row.boundingBox();
  const address = (await row.getByRole('link').first().getAttribute('href')) ?? '';
  const id = address.split('/').at(-1) ?? '';
  const calls = countCalls(page);

  const selected = old.get(order) ?? '';
  const others = [...old.values()].filter((payId) => payId !== selected);
  const changed = others.slice(0, 40).map((payId) => control.act(payId, 'capture', amount));
  await Promise.all([payMany(control, burst), ...changed]);

  await expect(totals).toContainText(`${before + burst} payments`, patience);
  await expect(row).toBeFocused();
  expect(await row.boundingBox()).toEqual(place);
  const selection = page.getByRole('region', { name: 'Selected payments' });
  await expect(selection).toContainText('1 payment selected');
  // However much was loaded: what is in sight, on two pages at most, and what arrived above.
  expect(calls.totals).toBeGreaterThan(0);
  expect(calls.list).toBeLessThanOrEqual(3 * calls.totals + 3);

  await page.keyboard.press('ArrowDown');
  await expect(row).not.toBeFocused();
  await expect(focused).toHaveCount(1);
  await page.keyboard.press('ArrowUp');
  await expect(row).toBeFocused();
  await page.keyboard.press('Control+Home');
  await expect(rows.first()).toBeFocused();
  await expect(rows.first()).toHaveAttribute('aria-rowindex', '2');
  await expect(row).toBeHidden();
  await captureKnown(manager, { id }, amount);
  await expect(selection).toContainText(/captured\s*CHF\s*73\.19/, patience);

  await page.keyboard.press('/');
  await page.keyboard.type(order, { delay: 20 });
  await payMany(control, 12);
  await expect(page.getByRole('searchbox')).toHaveValue(order);
  await expect(rows).toHaveCount(1);
  await expect(row).toBeVisible();
});
