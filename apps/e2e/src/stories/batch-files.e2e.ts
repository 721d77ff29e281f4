import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { captureKnown, newOrder } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

type Content = { readonly name: string; readonly text: string };

/** Gives the answer field a file of these bytes. */
async function bring(page: Page, name: string, text: string): Promise<void> {
  const buffer = Buffer.from(text, 'latin1');
  await page.getByLabel('Answer file').setInputFiles({ name, mimeType: 'text/plain', buffer });
}

/** Fetches what a press makes the browser download. */
async function fetched(page: Page, press: () => Promise<void>): Promise<Content> {
  const coming = page.waitForEvent('download');
  await press();
  const download = await coming;
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), 'latin1'),
  };
}

test('shipping captures two orders in a file, of which the gateway declines one', async ({
  control,
  desk,
  page,
  pay,
  signIn,
}) => {
  const order = newOrder();
  const good = await pay({ amount: 5_000, refNr: `${order}-1` });
  const bad = await pay({ amount: 3_000, refNr: `${order}-2` });
  await control.fault('declined', { payId: bad.payId });
  await signIn(page, 'shipping');
  await page.goto(`/payments?search=${order}`);
  await expect(page.getByRole('link', { name: `${order}-2`, exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'New batch file …' }).click();
  await page.getByLabel('Gateway connection').selectOption('demo');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  const plan = page.getByRole('region', { name: 'What would stand in the file' });
  await expect(plan).toContainText('2 lines · CHF 80.00');
  await expect(plan).toContainText(good.payId);
  await plan.getByRole('button', { name: 'Make the file · CHF 80.00' }).click();

  await expect(page.getByText('Not handed over').first()).toBeVisible();
  const handOver = page.getByRole('button', { name: 'Hand over and fetch the file' });
  const file = await fetched(page, () => handOver.click());
  await expect(page.getByText('Waiting for the answer').first()).toBeVisible();
  const again = page.getByRole('link', { name: 'Fetch the same file again' });
  expect(await fetched(page, () => again.click())).toEqual(file);

  const waiting = page.url();
  await page.getByRole('link', { name: `${order}-1` }).click();
  await expect(
    page.getByText(/stands in a batch file that has not been answered/).first(),
  ).toBeVisible();
  await page.getByRole('link', { name: 'To the batch file' }).click();
  await expect(page).toHaveURL(waiting);

  const response = await fetch(`${desk.simulatorUrl}/batches?name=${file.name}`, {
    method: 'POST',
    body: file.text,
  });
  const answer = await response.text();
  const name = file.name.replace('T', 'P');
  const bads = [
    [answer.slice(0, answer.indexOf('FOOT')), /the FOOT line is missing/],
    [answer.replace('FOOT,2,8000', 'FOOT,2,8001'), /Line 4, field .*the sum differs/],
    [
      answer.replace(',3000,', ',2999,').replace('8000', '7999'),
      /Line 3, field .*differs from what our file ordered/,
    ],
  ] as const;
  for (const [text, told] of bads) {
    await bring(page, name, text);
    await expect(page.getByRole('alert')).toContainText(told);
    await expect(page.getByRole('alert')).toContainText('Nothing of this answer was booked.');
  }
  await expect(page.getByText('Waiting for the answer').first()).toBeVisible();

  await bring(page, name, answer);
  const section = page.getByRole('region', { name: 'Answer of the gateway' });
  await expect(section).toContainText('1 carried out · CHF 50.00');
  await expect(section).toContainText('1 declined · CHF 30.00');
  await expect(section).toContainText(`Line 3 · ${order}-2 · declined`);
  await section.getByRole('button', { name: 'Apply the answer' }).click();
  await expect(page.getByText('1 carried out · 1 declined · 0 unclear')).toBeVisible();
  await expect(section).toContainText('This answer was applied.');
  expect((await control.ledger(good.payId)).map(({ kind }) => kind)).toContain('capture');

  await page.getByRole('link', { name: `${order}-1` }).click();
  await expect(page.getByText('Captured').first()).toBeVisible();
  await expect(page.getByText(/stands in a batch file/)).toHaveCount(0);
});

test('a file of the rows that were selected, with what cannot stand in it', async ({
  page,
  pay,
  signIn,
}) => {
  const order = newOrder();
  await pay({ amount: 5_100, refNr: `${order}-1` });
  await pay({ amount: 2_200, refNr: `${order}-2` });
  await signIn(page, 'manager');
  await page.goto(`/payments?search=${order}`);
  await page.getByRole('checkbox', { name: `Select ${order}-1` }).click();
  const bar = page.getByRole('region', { name: 'Selected payments' });
  await bar.getByRole('link', { name: 'Batch file of selected …' }).click();
  await expect(page.getByText('From the 1 payment selected.')).toBeVisible();
  await page.getByLabel('Gateway connection').selectOption('demo');
  await page.getByLabel('What the file orders').selectOption('reversal');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  const plan = page.getByRole('region', { name: 'What would stand in the file' });
  await expect(plan).toContainText('1 payment stays out: nobody has confirmed');
  await expect(plan.getByRole('button', { name: /Make the file/ })).toBeDisabled();
  await page.getByLabel('What the file orders').selectOption('capture');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(plan).toContainText('1 line · CHF 51.00');
});

test('a part of each payment is refunded with one file', async ({ manager, page, pay, signIn }) => {
  const order = newOrder();
  for (const number of [1, 2]) {
    const payment = await pay({ amount: 6_000, refNr: `${order}-${number}` });
    await captureKnown(manager, payment, 6_000);
  }
  await signIn(page, 'manager');
  await page.goto(`/payments?search=${order}`);
  for (const number of [1, 2]) {
    await page.getByRole('checkbox', { name: `Select ${order}-${number}` }).click();
  }
  const bar = page.getByRole('region', { name: 'Selected payments' });
  await bar.getByRole('link', { name: 'Batch file of selected …' }).click();
  await page.getByLabel('Gateway connection').selectOption('demo');
  await page.getByLabel('What the file orders').selectOption('credit');
  const check = page.getByRole('button', { name: 'Check', exact: true });
  await check.click();
  const plan = page.getByRole('region', { name: 'What would stand in the file' });
  await expect(plan).toContainText('2 lines · CHF 120.00');

  const first = page.getByLabel(`Refund of ${order}-1`);
  await first.fill('60.01');
  await expect(page.getByText('Amount must be CHF 60.00 or less.')).toBeVisible();
  await expect(check).toBeDisabled();
  await first.fill('12,5');
  await page.getByLabel(`Refund of ${order}-2`).fill('0.5');
  await check.click();
  await expect(page.getByText('Amount must be CHF 1.00 or more.')).toBeVisible();
  await expect(plan).toContainText('1 line · CHF 12.50');
  await expect(plan).toContainText('1 payment stays out: the amount is below the minimum');
  await expect(first).toHaveValue('12.50');
  await first.focus();
  await first.press('Tab');
  await plan.getByRole('button', { name: 'Make the file · CHF 12.50' }).click();
  await expect(page.getByText('Not handed over').first()).toBeVisible();
  await expect(page.getByRole('row', { name: `Line 2 ${order}-1` })).toContainText('12.50');
});

test('an admin says how the batch manager of a connection wants its files', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'admin');
  await page.goto('/settings/connections');
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  const part = page.getByRole('region', { name: 'Batch files' });
  await part.getByLabel('Version of the file').fill('2.1');
  await part.getByLabel('Hours until').fill('0');
  await part.getByRole('button', { name: 'Save' }).click();
  await expect(part.getByText('A version 2.x names the group.')).toBeVisible();
  await expect(part.getByText('Enter a whole number from 1 to 168.')).toBeVisible();
  await part.getByLabel('Version of the file').fill('1.2');
  await part.getByLabel('Hours until').fill('36');
  await part.getByRole('button', { name: 'Save' }).click();
  await expect(part.getByText('Saved.')).toBeVisible();
  await page.reload();
  await expect(part.getByLabel('Version of the file')).toHaveValue('1.2');
  await expect(part.getByLabel('Hours until')).toHaveValue('36');
});
