import { captureKnown } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

test('a step is found by its XID among all steps, opened by keyboard, and come back to', async ({
  manager,
  page,
  pay,
  signIn,
}) => {
  const known = await pay({ amount: 5_000 });
  await captureKnown(manager, known, 2_000);
  const { body } = await manager.query('steps.list', { search: known.order });
  const { xid } = body.result.data.rows.find(({ kind }: { kind: string }) => kind === 'capture');
  await signIn(page, 'manager');
  await page.goto('/payments');
  await page.getByRole('link', { name: 'Single steps' }).click();
  await expect(page).toHaveURL(/\/payments\/steps$/);
  await expect(page.getByRole('grid', { name: 'Single steps' })).toBeVisible();

  await page.keyboard.press('/');
  await page.keyboard.type(xid);
  const row = page.getByRole('row').filter({ hasText: known.order });
  await expect(row).toHaveCount(1);
  await expect(page.getByText('Found by: XID')).toBeVisible();
  await expect(page.getByLabel('Totals of these steps')).toContainText('CHF 20.00');
  await page.keyboard.press('Enter');
  await expect(row).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/payments/${known.id}$`));
  await page.goBack();
  await expect(row).toBeFocused();
  await page.goto('/payments/steps?kind=capture,gift&code=00000000');
  await expect(
    page.getByRole('status').filter({ hasText: 'Kind: “gift” was left out.' }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Remove filter Code' }).click();
  await expect(page).toHaveURL(/kind=capture$/);
});
