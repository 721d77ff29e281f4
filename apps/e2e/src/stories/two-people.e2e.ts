import type { Browser, Page } from '@playwright/test';
import type { Account } from '../desk/account.ts';
import { layLine } from '../desk/cuttable-line.ts';
import { captureKnown } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

type SignIn = (page: Page, account: Account) => Promise<void>;

test('two people who capture the same payment at once make one capture, and the other is told', async ({
  browser,
  control,
  pay,
  signIn,
}) => {
  const { id, payId } = await pay({ amount: 5_000 });
  const pages = await Promise.all([
    openAs(browser, signIn, 'shipping', `/payments/${id}/capture`),
    openAs(browser, signIn, 'manager', `/payments/${id}/capture`),
  ]);
  const buttons = pages.map((page) => page.getByRole('button', { name: 'Capture CHF 50.00' }));
  for (const button of buttons) await expect(button).toBeVisible();

  await Promise.all(buttons.map((button) => button.click()));

  const told = pages.map((page) => page.getByRole('dialog').getByRole('alert'));
  for (const [at, page] of pages.entries()) {
    const done = page.getByRole('main').getByText('CHF 50.00 captured', { exact: true }).first();
    await expect(done.or(told[at] ?? done).first()).toBeVisible();
  }
  const refused = [];
  for (const alert of told) if ((await alert.count()) > 0) refused.push(await alert.textContent());
  expect(refused).toHaveLength(1);
  expect(refused[0]).toMatch(
    /Not sent.*(Another step on this payment|Somebody changed this payment|Nothing is left).*Nothing was sent to the gateway\./,
  );
  const captures = (await control.ledger(payId)).filter(({ kind }) => kind === 'capture');
  expect(captures.map(({ amount }) => amount)).toEqual([5_000]);
  for (const page of pages) await page.context().close();
});

test('what one person does appears in the list of another without a reload, also after the stream was cut', async ({
  browser,
  desk,
  manager,
  pay,
  signIn,
}) => {
  const before = await pay({ amount: 1_100 });
  const meanwhile = await pay({ amount: 2_200 });
  const after = await pay({ amount: 3_300 });
  const line = await layLine(desk.url);
  const page = await openAs(browser, signIn, 'service', '/payments', line.url);
  const live = page.getByText('Changes appear by themselves');
  let loads = 0;
  page.on('load', () => loads++);
  const status = ({ order }: typeof before) =>
    page.getByRole('row').filter({ hasText: order }).getByText('Captured', { exact: true });
  await expect(live).toBeAttached();

  await captureKnown(manager, before, 1_100);
  await expect(status(before)).toBeVisible();

  line.cut();
  await expect(page.getByText('Connecting again')).toBeVisible();
  await captureKnown(manager, meanwhile, 2_200);
  await expect(status(meanwhile)).toBeHidden();
  line.mend();
  await expect(status(meanwhile)).toBeVisible();

  await expect(live).toBeAttached();
  await captureKnown(manager, after, 3_300);
  await expect(status(after)).toBeVisible();
  expect(loads).toBe(0);
  await page.context().close();
  line.close();
});

test('a refund dialog that stayed open while somebody refunded says so, and keeps what was typed', async ({
  browser,
  control,
  manager,
  pay,
  signIn,
}) => {
  const payment = await pay({ amount: 9_000 });
  await captureKnown(manager, payment, 9_000);
  const late = await openAs(browser, signIn, 'service', `/payments/${payment.id}/refund`);
  const early = await openAs(browser, signIn, 'manager', `/payments/${payment.id}/refund`);
  const form = (page: Page) => page.getByRole('dialog');
  await form(late).getByLabel('Amount in CHF').fill('60.00');
  await form(late).getByLabel('Reason').selectOption('Goodwill');

  await form(early).getByLabel('Amount in CHF').fill('50.00');
  await form(early).getByLabel('Reason').selectOption('Return of goods');
  await form(early).getByRole('button', { name: 'Refund CHF 50.00' }).click();
  await expect(form(early)).toBeHidden();
  await expect(form(late).getByRole('button', { name: 'All: 40.00' })).toBeVisible();
  await form(late)
    .getByRole('button', { name: /^Refund/ })
    .click();

  await expect(form(late).getByText('Amount must be CHF 40.00 or less.')).toBeVisible();
  await expect(form(late).getByLabel('Amount in CHF')).toHaveValue('60.00');
  await expect(form(late).getByLabel('Reason')).toHaveValue('goodwill');
  const credits = (await control.ledger(payment.payId)).filter(({ kind }) => kind === 'credit');
  expect(credits.map(({ amount }) => amount)).toEqual([5_000]);
  for (const page of [late, early]) await page.context().close();
});

async function openAs(
  browser: Browser,
  signIn: SignIn,
  account: Account,
  path: string,
  baseURL?: string,
): Promise<Page> {
  const page = await browser.newPage(baseURL === undefined ? {} : { baseURL });
  await signIn(page, account);
  await page.goto(path);
  return page;
}
