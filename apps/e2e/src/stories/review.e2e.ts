import { newKey, signInApi } from '../desk/api.ts';
import { hurriedDesk } from '../desk/hurried-desk.ts';
import { expect, test } from '../desk/test.ts';

test.use({ deskEnv: hurriedDesk });

test('a reversal that no inquiry settles is closed by two people: one proposes with a proof, another confirms', async ({
  browser,
  control,
  desk,
  page,
  pay,
  signIn,
}) => {
  test.slow();
  const { id, order, payId } = await pay({ amount: 5_000 });
  await control.fault('drop-before-effect', { endpoint: 'reverse', payId });
  const service = await signInApi(desk.url, 'service');
  await service.mutate('payments.reverse', { paymentId: id, key: newKey() });

  await signIn(page, 'service');
  await page.goto('/unresolved');
  const open = page.getByRole('article').filter({ hasText: order });
  await expect(open.getByText('Outcome unknown').first()).toBeVisible();
  await expect(open.getByRole('button', { name: /again|retry|Reverse/i })).toHaveCount(0);
  const decide = open.getByRole('region', { name: 'Decide what became of it' });
  await expect(decide).toBeVisible({ timeout: 40_000 });

  await decide.getByRole('button', { name: 'Propose' }).click();
  await expect(decide.getByText('Choose what became of it').first()).toBeVisible();
  await expect(decide.getByText('Say what proves it').first()).toBeVisible();
  await decide.getByText('It was not carried out').click();
  await decide.getByLabel('What proves it?').fill('TWINT portal still shows the hold');
  await decide.getByRole('button', { name: 'Propose' }).click();
  await expect(decide).toContainText('A person with the right to approve has to confirm it.');
  await expect(decide.getByRole('button', { name: /^Confirm/ })).toHaveCount(0);

  const other = await browser.newPage({ baseURL: desk.url });
  await signIn(other, 'manager');
  await other.goto('/unresolved');
  const seen = other.getByRole('article').filter({ hasText: order });
  await expect(seen).toContainText('TWINT portal still shows the hold');
  await seen.getByRole('button', { name: 'Confirm: it was not carried out' }).click();
  await expect(seen).toHaveCount(0);
  await other.goto(`/payments/${id}`);
  await expect(other.getByRole('region', { name: 'History' })).toContainText('was not carried out');
  await expect(other.getByRole('button', { name: 'Capture …' })).not.toHaveAttribute(
    'aria-disabled',
  );

  await expect(open).toHaveCount(0);
  expect((await control.ledger(payId)).map(({ kind }) => kind)).not.toContain('reversal');
  await other.close();
});
