import { readFile } from 'node:fs/promises';
import { holdBack } from '../desk/hold-back.ts';
import { expect, test } from '../desk/test.ts';

/** Nobody hears of it: the payment is made at the gateway, and its notification goes nowhere. */
const nowhere = { notifyUrl: 'http://127.0.0.1:9/nowhere' };

test('a manager imports a pasted list, pauses it, and finds every line with what became of it', async ({
  control,
  page,
  pay,
  signIn,
}) => {
  const here = await pay({ amount: 4_000 });
  const olds = [];
  for (const amount of [8_900, 2_050, 1_100]) olds.push(await control.pay({ amount, ...nowhere }));
  const foreign = await control.pay({ amount: 700, merchantId: 'desk_other', ...nowhere });
  await signIn(page, 'manager');
  await page.getByRole('link', { name: 'Import', exact: true }).click();
  await page.getByRole('link', { name: 'New import …' }).click();

  await page.getByLabel('Gateway connection').selectOption('demo');
  const list = page.getByLabel('Or a pasted list');
  await list.fill('PayID;TransID\n"broken;x\n');
  await page.getByRole('button', { name: 'Check list' }).click();
  await expect(page.getByText('A quotation mark is out of place')).toBeVisible();
  await expect(list).toHaveValue('PayID;TransID\n"broken;x\n');

  const lines = [
    ...olds.map(({ payId, transId }) => `${payId};${transId};;`),
    `${here.payId};${here.transId};;`,
    `${olds[0]?.payId};;;`,
    `${foreign.payId};${foreign.transId};;`,
    `;web-9;;desk_other`,
    'short;x;;',
  ];
  await list.fill(['PayID;TransID;Date;MerchantID', ...lines].join('\n'));
  await page.getByLabel('Earliest date of the payments').fill('2026-01-05');
  await page.getByLabel('Pace').selectOption('1');
  await page.getByRole('button', { name: 'Check list' }).click();
  await expect(page.getByRole('row', { name: /Line 6 The same payment as line 2/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /Line 9 A PayID has 32/ })).toBeVisible();
  await page.getByRole('button', { name: 'Ask about 5 payments' }).click();

  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('Paused', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByText('Done', { exact: true })).toBeVisible({ timeout: 30_000 });

  await page.getByRole('link', { name: 'Imported 3' }).click();
  await expect(page.getByRole('row', { name: /Now in the list of payments/ })).toHaveCount(3);
  await page.getByRole('link', { name: 'Unknown to the gateway 1' }).click();
  await expect(page.getByRole('row', { name: /Line 7/ })).toContainText(foreign.transId);
  await page.getByRole('link', { name: 'Already here 1' }).click();
  await expect(page.getByRole('row', { name: /Line 5/ })).toContainText('Nothing was changed');

  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Result as CSV' }).click();
  const text = await readFile(await (await coming).path(), 'utf8');
  expect(text.split('\r\n')).toHaveLength(lines.length + 2);
  expect(text).toContain(`2;${olds[0]?.payId};${olds[0]?.transId};imported;;;89.00;0.00;0.00;`);

  await page.getByRole('link', { name: 'Imported 3' }).click();
  await page.getByRole('link', { name: /89.00/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('89.00').first()).toBeVisible();
});

test('the form of a new import waits for its connections, and checks a list for theirs', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'admin');
  const release = await holdBack(page, 'imports.connections');
  await page.goto('/imports/new');

  await expect(page.getByRole('main').getByRole('status')).toHaveText('Loading');
  await expect(page.getByRole('main').getByRole('textbox')).toHaveCount(0);
  release();

  await page.getByLabel('Or a pasted list').fill('a;b;c;d\n1;2;3;4\n');
  await page.getByRole('button', { name: 'Check list' }).click();
  await expect(page.getByText('No column is named')).toBeVisible();
});
