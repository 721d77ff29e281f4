import { captureKnown } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

test('P08 a refund made elsewhere appears in the history and lowers what is refundable', async ({
  control,
  manager,
  page,
  pay,
  signIn,
}) => {
  const payment = await pay({ amount: 9_000 });
  await captureKnown(manager, payment, 9_000);
  await signIn(page, 'service');
  await page.goto(`/payments/${payment.id}/refund`);
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: 'All: 90.00' })).toBeVisible();
  await control.act(payment.payId, 'credit', 3_500);
  await dialog.getByLabel('Amount in CHF').fill('90.00');
  await dialog.getByLabel('Reason').selectOption('Return of goods');
  await dialog.getByRole('button', { name: 'Refund CHF 90.00' }).click();

  await expect(dialog).toContainText(/outside of Paygate Desk|must be CHF\s55\.00 or less/);
  await expect(dialog.getByLabel('Amount in CHF')).toHaveValue('90.00');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  const history = page.getByRole('region', { name: 'History' });
  await expect(history).toContainText('Refunded outside of Paygate Desk: CHF 35.00');
  await expect(page.getByRole('row', { name: 'Refundable 55.00' })).toBeVisible();
  const credits = (await control.ledger(payment.payId)).filter(({ kind }) => kind === 'credit');
  expect(credits.map(({ amount }) => amount)).toEqual([3_500]);
});

test('C04 "Check now" finds by keyboard what was done elsewhere, and offers nothing else', async ({
  control,
  page,
  pay,
  signIn,
}) => {
  const { id, payId } = await pay({ amount: 6_000 });
  await signIn(page, 'auditor');
  await page.goto(`/payments/${id}`);
  const main = page.getByRole('main');
  const checkNow = main.getByRole('button', { name: 'Check now' });
  await expect(main.getByText(/^Figures (not )?checked with the gateway/)).toBeVisible();
  await expect(main.getByText('No money is moved.')).toBeVisible();

  await checkNow.focus();
  await page.keyboard.press('Enter');
  await expect(main.getByText('Checked. The gateway states the same figures.')).toBeVisible();
  await expect(main.getByText(/^Figures checked with the gateway on/)).toBeVisible();
  await expect(checkNow).toBeFocused();

  await control.act(payId, 'capture', 2_000);
  await page.keyboard.press('Enter');
  await expect(main.getByText('Checked. What is new stands in the history.')).toBeVisible();
  await expect(page.getByRole('region', { name: 'History' })).toContainText(
    'Captured outside of Paygate Desk: CHF 20.00',
  );
  await expect(page.getByRole('button', { name: /again|retry|send/i })).toHaveCount(0);
});
