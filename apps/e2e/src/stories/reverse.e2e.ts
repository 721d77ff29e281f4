import { captureKnown } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

test('reversing starts on Back, says what it means, and releases the whole authorization', async ({
  control,
  page,
  pay,
  signIn,
}) => {
  const { id, order, payId } = await pay({ amount: 14_990 });
  await signIn(page, 'service');
  await page.goto(`/payments/${id}`);

  await page.getByRole('button', { name: 'Reverse …' }).click();
  const dialog = page.getByRole('alertdialog', { name: `Reverse the authorisation ${order}` });
  await expect(dialog.getByRole('button', { name: 'Back' })).toBeFocused();
  await expect(dialog).toContainText('This cannot be undone');
  await expect(dialog.getByRole('row', { name: 'Remaining 149.90 0.00' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Reverse CHF 149.90' }).click();

  await expect(dialog).toBeHidden();
  const main = page.getByRole('main');
  await expect(main.getByText('Reversed', { exact: true }).first()).toBeVisible();
  await expect(main.getByRole('list').getByText('CHF 149.90 reversed')).toBeVisible();
  const capture = main.getByRole('button', { name: 'Capture …' });
  await expect(capture).toHaveCount(0);
  expect((await control.ledger(payId)).map(({ kind, amount }) => `${kind} ${amount}`)).toEqual([
    'authorization 14990',
    'reversal 14990',
  ]);
});

test('Back and Escape leave the authorization alone', async ({ control, page, pay, signIn }) => {
  const { id, payId } = await pay({ amount: 5_000 });
  await signIn(page, 'service');
  await page.goto(`/payments/${id}`);
  const open = page.getByRole('button', { name: 'Reverse …' });
  const dialog = page.getByRole('alertdialog');

  await open.click();
  await dialog.getByRole('button', { name: 'Back' }).click();
  await expect(dialog).toBeHidden();
  await open.click();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await expect(open).toBeFocused();
  expect(await control.ledger(payId)).toHaveLength(1);
});

test('a captured payment says why it cannot be reversed and what to do instead', async ({
  manager,
  page,
  pay,
  signIn,
}) => {
  const payment = await pay({ amount: 5_000 });
  await captureKnown(manager, payment, 5_000);
  await signIn(page, 'manager');
  await page.goto(`/payments/${payment.id}`);

  const reverse = page.getByRole('button', { name: 'Reverse …' });
  await expect(reverse).toHaveAttribute('aria-disabled', 'true');
  await expect(reverse).toHaveAccessibleDescription(
    'Already captured. Give the money back with a refund.',
  );
  await reverse.press('Enter');

  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(page).toHaveURL(new RegExp(`/payments/${payment.id}$`));
});
