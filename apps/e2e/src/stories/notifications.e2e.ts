import { expect, test } from '../desk/test.ts';

test('a notification is found with what came of it, and processed again without any effect on the money', async ({
  control,
  page,
  pay,
  signIn,
}) => {
  const { id, order, payId } = await pay({ amount: 4_200 });
  const before = await control.ledger(payId);
  await signIn(page, 'admin');
  await page.goto('/notifications');
  await page.getByRole('link', { name: 'All', exact: true }).click();
  await page.getByLabel('Whole PayID or TransID').fill(payId);
  await page.getByRole('button', { name: 'Find' }).click();
  const row = page.getByRole('row').filter({ hasText: order });
  await expect(row).toContainText(
    'Authentic. The gateway was asked and the payment is up to date.',
  );

  await row.getByRole('button', { name: `Process again: ${order}` }).click();

  await expect(row.getByRole('status')).toHaveText('The gateway is being asked again.');
  await expect(row).toContainText(
    'Authentic. The gateway was asked and the payment is up to date.',
  );
  expect(await control.ledger(payId)).toEqual(before);
  await page.goto(`/payments/${id}`);
  await expect(page.getByRole('row', { name: 'Authorised 42.00' })).toBeVisible();
  await page.goto('/audit');
  await expect(page.getByRole('main')).toContainText('processed again');
});

test('what is not authentic stands there as refused, with nothing of its content', async ({
  desk,
  page,
  signIn,
}) => {
  const secret = 'ab12'.repeat(16);
  await fetch(`${desk.url}/callbacks/demo/notify`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `Len=32&Data=${secret}`,
  });
  await signIn(page, 'admin');
  await page.goto('/notifications');
  const row = page.getByRole('row').filter({ hasText: 'Not authentic: nothing of it was read.' });
  await expect(row.first()).toBeVisible();
  await expect(row.first().getByRole('button')).toHaveCount(0);
  expect(await page.content()).not.toContain(secret);
});
