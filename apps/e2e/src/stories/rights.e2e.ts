import { newKey } from '../desk/api.ts';
import { captureKnown } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

const notYours = 'Your role does not include this step.';

test('shipping captures and never sees a refund, not even by its address', async ({
  control,
  manager,
  page,
  pay,
  signIn,
}) => {
  const payment = await pay({ amount: 4_000 });
  await captureKnown(manager, payment, 2_000);
  await signIn(page, 'shipping');
  await page.goto(`/payments/${payment.id}`);

  await expect(page.getByRole('button', { name: 'Capture …' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Refund/ })).toHaveCount(0);
  await page.goto(`/payments/${payment.id}/refund`);
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(notYours);
  await expect(dialog.getByRole('button')).toHaveText(['Back']);
  await dialog.getByRole('button', { name: 'Back' }).click();
  await expect(page).toHaveURL(new RegExp(`/payments/${payment.id}$`));
  expect((await control.ledger(payment.payId)).filter(({ kind }) => kind === 'credit')).toEqual([]);
});

test('service reverses and refunds, and is told that capturing is not its step', async ({
  page,
  pay,
  signIn,
}) => {
  const { id, order } = await pay({ amount: 4_000 });
  await signIn(page, 'service');
  await page.goto(`/payments/${id}`);

  await expect(page.getByRole('button', { name: 'Reverse …' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Capture/ })).toHaveCount(0);
  await page.goto(`/payments/${id}/capture`);
  await expect(page.getByRole('dialog')).toContainText(notYours);

  await page.goto(`/payments?search=${order}`);
  await page.getByRole('row').filter({ hasText: order }).press('c');
  await expect(page.getByRole('main')).toContainText(`Capture ${order}: ${notYours}`);
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

for (const account of ['auditor', 'admin'] as const) {
  test(`${account} looks at payments and moves nothing`, async ({ page, pay, signIn }) => {
    const { id, order } = await pay({ amount: 4_000 });
    await signIn(page, account);
    await page.goto(`/payments?search=${order}`);

    const row = page.getByRole('row').filter({ hasText: order });
    await expect(row).toContainText('Authorised');
    await expect(row.getByRole('link', { name: /Capture|Reverse|Refund/ })).toHaveCount(0);
    await page.goto(`/payments/${id}`);
    await expect(page.getByRole('region', { name: 'Actions' })).toContainText(
      'Your role does not move money.',
    );
    await expect(page.getByRole('button', { name: /Capture|Reverse|Refund/ })).toHaveCount(0);
    for (const step of ['capture', 'reverse', 'refund']) {
      await page.goto(`/payments/${id}/${step}`);
      await expect(page.getByRole('dialog')).toContainText(notYours);
    }
  });
}

test('only an admin sees the gateway connections; anybody else is told who can help', async ({
  page,
  signIn,
}) => {
  await signIn(page, 'manager');
  await expect(page.getByRole('link', { name: 'Gateway connections' })).toHaveCount(0);
  for (const path of ['/settings/connections', '/settings/connections/new']) {
    await page.goto(path);
    await expect(page.getByText('Your role does not include this page')).toBeVisible();
    await expect(
      page.getByText(/An admin of .+ can give you the right “Connections”/),
    ).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
  }
});

test('a payment of nobody, an address of nothing, and no session each say so', async ({
  page,
  signIn,
}) => {
  await page.goto(`/payments/${newKey()}`);
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible();

  await signIn(page, 'manager');
  await page.goto(`/payments/${newKey()}`);
  await expect(page.getByRole('heading', { name: 'No payment with this number' })).toBeVisible();
  await page.goto('/payments/not-an-id/capture');
  await expect(
    page.getByRole('heading', { name: 'No payment with this number' }).first(),
  ).toBeVisible();
  await page.goto('/no/such/page');
  await expect(page.getByRole('heading', { name: 'This page does not exist' })).toBeVisible();
});
