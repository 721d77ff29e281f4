import { newOrder } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

const amounts = [
  ['0', 'Enter an amount above 0.'],
  ['-1', 'Enter an amount above 0, without a sign.'],
  ['1e3', 'Write the amount with digits only, for example 49.90.'],
  ['12.345', 'Write the amount like 1234.50 – “12.345” can be read in two ways.'],
  ['1,234.50', 'Write the amount like 1234.50 – “1,234.50” can be read in two ways.'],
  ['1.2345', 'Write at most two digits after the point.'],
  ['12345678901', 'The amount may have at most 10 digits, decimals included.'],
  ['50.01', 'Amount must be CHF 50.00 or less.'],
  ['0.99', 'Amount must be CHF 1.00 or more.'],
  ['', 'Enter an amount.'],
] as const;

test('every bad amount is explained, stays as it was typed, and sends nothing', async ({
  control,
  page,
  pay,
  signIn,
}) => {
  const { id, payId } = await pay({ amount: 5_000 });
  await signIn(page, 'manager');
  await page.goto(`/payments/${id}/capture`);
  const field = page.getByLabel('Amount in CHF');

  for (const [typed, problem] of amounts) {
    await test.step(`"${typed}"`, async () => {
      await field.fill(typed);
      await field.press('Enter');

      await expect(page.getByText(problem)).toBeVisible();
      await expect(field).toHaveAttribute('aria-invalid', 'true');
      await expect(field).toHaveValue(typed);
      await expect(field).toBeFocused();
    });
  }

  expect(await control.ledger(payId)).toHaveLength(1);
});

const references = [
  ['Größe-1', 'Reference may only contain a–z, A–Z, 0–9, hyphen and underscore.'],
  ['A-1,A-2', 'Reference may only contain a–z, A–Z, 0–9, hyphen and underscore.'],
  ['x'.repeat(41), 'Reference may have at most 40 characters.'],
] as const;

test('every bad reference is explained, and a better one is offered, not imposed', async ({
  control,
  page,
  pay,
  signIn,
}) => {
  const { id, payId } = await pay({ amount: 5_000 });
  await signIn(page, 'manager');
  await page.goto(`/payments/${id}/capture`);
  const field = page.getByLabel('Reference for this capture (optional)');

  for (const [typed, problem] of references) {
    await test.step(`"${typed}"`, async () => {
      await field.fill(typed);
      await field.press('Enter');

      await expect(page.getByText(problem)).toBeVisible();
      await expect(field).toHaveValue(typed);
    });
  }

  await field.fill('Größe 1');
  await page.getByRole('button', { name: 'Use “Groesse-1”' }).click();
  await expect(field).toHaveValue('Groesse-1');
  expect(await control.ledger(payId)).toHaveLength(1);
});

test('two errors are listed on top, and each line leads to its field', async ({
  page,
  pay,
  signIn,
}) => {
  const { id } = await pay({ amount: 5_000 });
  await signIn(page, 'manager');
  await page.goto(`/payments/${id}/capture`);
  await page.getByLabel('Amount in CHF').fill('50.01');
  await page.getByLabel('Reference for this capture (optional)').fill('a,b');
  await page.keyboard.press('Enter');

  const summary = page.getByRole('alert').filter({ hasText: 'There is a problem' });
  await expect(summary).toBeFocused();
  await summary.getByRole('button', { name: 'Amount must be CHF 50.00 or less.' }).click();
  await expect(page.getByLabel('Amount in CHF')).toBeFocused();
});

test('a session that ends under an open dialog: sign in again, nothing typed is lost, nothing was sent', async ({
  context,
  control,
  page,
  pay,
  signIn,
}) => {
  const { id, payId } = await pay({ amount: 5_000 });
  await signIn(page, 'manager');
  await page.goto(`/payments/${id}/capture`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Amount in CHF').fill('12.50');
  await dialog.getByLabel('Reference for this capture (optional)').fill('parcel-7');

  await context.clearCookies();
  await dialog.getByRole('button', { name: 'Capture CHF 12.50' }).click();

  const again = page.getByRole('alertdialog', { name: 'Your session has ended' });
  await expect(again).toContainText('What you typed is still here.');
  expect(await control.ledger(payId)).toHaveLength(1);
  await again.getByLabel('Password', { exact: true }).fill('desk-demo-2026');
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();

  await expect(again).toBeHidden();
  await expect(dialog.getByRole('alert')).toContainText('Nothing was sent.');
  await expect(dialog.getByLabel('Amount in CHF')).toHaveValue('12.50');
  await expect(dialog.getByLabel('Reference for this capture (optional)')).toHaveValue('parcel-7');
  expect(await control.ledger(payId)).toHaveLength(1);
  await dialog.getByRole('button', { name: 'Capture CHF 12.50' }).click();
  await expect(dialog).toBeHidden();
  expect((await control.ledger(payId)).map(({ kind, amount }) => `${kind} ${amount}`)).toEqual([
    'authorization 5000',
    'capture 1250',
  ]);
});

test('a gateway that does not answer stops the step before it is sent', async ({
  control,
  page,
  pay,
  signIn,
}) => {
  const { id, payId } = await pay({ amount: 5_000 });
  await signIn(page, 'manager');
  await page.goto(`/payments/${id}/capture`);
  const dialog = page.getByRole('dialog');
  await control.fault('inquiry-down', { payId });
  await dialog.getByLabel('Amount in CHF').fill('20.00');
  await dialog.getByRole('button', { name: 'Capture CHF 20.00' }).click();

  await expect(dialog.getByRole('alert')).toContainText('The gateway does not answer.');
  await expect(dialog.getByRole('alert')).toContainText('Nothing was sent to the gateway.');
  await expect(dialog.getByLabel('Amount in CHF')).toHaveValue('20.00');
  expect(await control.ledger(payId)).toHaveLength(1);
  // The attempt stands in the history: the button waits until the payment was read with it.
  await dialog.getByRole('button', { name: 'Capture CHF 20.00' }).click();
  await expect(dialog).toBeHidden();
  expect(await control.ledger(payId)).toHaveLength(2);
});

test('what cannot be read in the address of the list is named, and the rest applies', async ({
  page,
  pay,
  signIn,
}) => {
  const { order } = await pay({ amount: 5_000 });
  await signIn(page, 'manager');
  await page.goto(
    `/payments?status=paid,authorized&amountMin=cheap&from=31.02.2026&search=${order}`,
  );

  const notice = page.getByRole('status').filter({ hasText: 'Part of this address' });
  await expect(notice).toContainText('Status: “paid” was left out.');
  await expect(notice).toContainText('From amount: “cheap” was left out.');
  await expect(notice).toContainText('From: “31.02.2026” was left out.');
  await expect(
    page.getByRole('button', { name: /^Change filter Status: Authorised$/ }),
  ).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: order })).toBeVisible();
  await page.getByRole('button', { name: 'Take it out of the address' }).click();
  await expect(notice).toBeHidden();
  await expect(page).toHaveURL(/\?search=.*status=authorized|\?status=authorized.*search=/);
});

test('a wrong password gives one neutral message and keeps the address', async ({ page }) => {
  const address = `${newOrder()}@demo.example`;
  await page.goto('/sign-in');
  await page.getByLabel('Email address').fill(address);
  await page.getByLabel('Password', { exact: true }).fill('wrong');
  await page.keyboard.press('Enter');

  await expect(page.getByRole('alert')).toContainText('Email address and password do not match.');
  await expect(page.getByLabel('Email address')).toHaveValue(address);
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
});
