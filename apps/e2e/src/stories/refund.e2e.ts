import { captureKnown } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

test('a refund needs a reason, "other" needs a note, and both end up in the history', async ({
  control,
  manager,
  page,
  pay,
  signIn,
}) => {
  const payment = await pay({ amount: 31_200 });
  await captureKnown(manager, payment, 31_200);
  await signIn(page, 'service');
  await page.goto(`/payments/${payment.id}`);
  await page.getByRole('button', { name: 'Refund …' }).click();
  const dialog = page.getByRole('dialog', { name: `Refund the customer – ${payment.order}` });
  const send = dialog.getByRole('button', { name: 'Refund CHF 99.00' });
  const reason = dialog.getByLabel('Reason');

  await dialog.getByLabel('Amount in CHF').fill('99');
  await send.click();
  await expect(reason).toHaveAccessibleDescription('Choose a reason');
  await expect(reason).toBeFocused();

  await reason.selectOption('Other');
  await send.click();
  const note = dialog.getByLabel('Note, internal', { exact: true });
  await expect(note).toHaveAccessibleDescription('Write a note: the reason “Other” needs one.');
  await expect(dialog.getByLabel('Amount in CHF')).toHaveValue('99.00');

  await note.fill('Zipper broken on arrival');
  await expect(dialog.getByRole('row', { name: 'Refundable 312.00 213.00' })).toBeVisible();
  await send.click();

  await expect(dialog).toBeHidden();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history).toContainText('CHF 99.00 refunded – Other');
  await expect(history).toContainText('Zipper broken on arrival');
  await expect(page.getByRole('row', { name: 'Refundable 213.00' })).toBeVisible();
  const credits = (await control.ledger(payment.payId)).filter(({ kind }) => kind === 'credit');
  expect(credits.map(({ amount }) => amount)).toEqual([9_900]);
});

test('P06 over the personal limit nothing is sent and the limit is named', async ({
  control,
  manager,
  page,
  pay,
  signIn,
}) => {
  const payment = await pay({ amount: 80_000 });
  await captureKnown(manager, payment, 80_000);
  await signIn(page, 'service');
  await page.goto(`/payments/${payment.id}/refund`);
  const dialog = page.getByRole('dialog');

  await expect(dialog.getByLabel('Amount in CHF')).toHaveAccessibleDescription(
    /your limit CHF\s500\.00/,
  );
  await dialog.getByLabel('Amount in CHF').fill('500.01');
  await dialog.getByLabel('Reason').selectOption('Goodwill');
  await dialog.getByRole('button', { name: 'Refund CHF 500.01' }).click();

  await expect(dialog.getByRole('alert')).toContainText('Over your limit of CHF 500.00');
  await expect(dialog.getByRole('alert')).toContainText('Nothing was sent to the gateway');
  await expect(dialog.getByLabel('Amount in CHF')).toHaveValue('500.01');
  await expect(dialog.getByLabel('Reason')).toHaveValue('goodwill');
  await expect(dialog.getByRole('button', { name: 'Back' })).toBeVisible();
  expect((await control.ledger(payment.payId)).filter(({ kind }) => kind === 'credit')).toEqual([]);
});

test('what the gateway declines is told with its code, and nothing is booked', async ({
  control,
  manager,
  page,
  pay,
  signIn,
}) => {
  const payment = await pay({ amount: 4_000 });
  await captureKnown(manager, payment, 4_000);
  await control.fault('declined', { endpoint: 'credit', payId: payment.payId });
  await signIn(page, 'manager');
  await page.goto(`/payments/${payment.id}/refund`);
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').selectOption('Duplicate order');
  await dialog.getByRole('button', { name: 'Refund CHF 40.00' }).click();

  const alert = dialog.getByRole('alert');
  await expect(alert).toContainText('CHF 40.00 was not refunded');
  await expect(alert).toContainText('Nothing was booked.');
  await expect(alert).toContainText(/Code \d{8}/);
  await dialog.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('region', { name: 'History' })).toContainText(
    'Refund of CHF 40.00 declined by the gateway',
  );
  expect((await control.ledger(payment.payId)).filter(({ kind }) => kind === 'credit')).toEqual([]);
});
