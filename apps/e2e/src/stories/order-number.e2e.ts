import { newOrder } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

test('service corrects an order number; the gateway has it, and both numbers find the payment', async ({
  page,
  pay,
  signIn,
}) => {
  const payment = await pay({ amount: 4_990 });
  const right = newOrder();
  await signIn(page, 'service');
  await page.goto(`/payments/${payment.id}`);
  await page.getByRole('button', { name: 'Correct order number …' }).click();

  const to = page.getByLabel('Right order number (RefNr)');
  await to.fill('A,1 Größe');
  await page.getByRole('button', { name: 'Correct order number', exact: true }).click();
  await expect(page.getByText('Reference may only contain a–z, A–Z, 0–9')).toBeVisible();
  await expect(page.getByText('Enter a reason')).toBeVisible();
  await expect(to).toHaveValue('A,1 Größe');
  await page.getByRole('button', { name: 'Use “A-1-Groesse”' }).click();
  await expect(to).toHaveValue('A-1-Groesse');
  await to.fill(payment.order);
  await page.getByLabel('Reason').fill('typed wrongly');
  await page.getByRole('button', { name: 'Correct order number', exact: true }).click();
  await expect(page.getByText('The payment has this order number already.')).toBeVisible();

  await to.fill(right);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: right })).toBeVisible();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history).toContainText(`Order number corrected: ${payment.order} → ${right}`);
  await expect(history).toContainText('typed wrongly');
  await expect(page.getByRole('region', { name: 'Identifiers' })).toContainText(
    `Earlier order number${payment.order}`,
  );

  for (const [search, part] of [
    [payment.order, 'earlier order number'],
    [right, 'order number'],
  ]) {
    await page.goto(`/payments?search=${search}`);
    await expect(page.getByRole('link', { name: right }).first()).toBeVisible();
    await expect(page.getByText(`Found by: ${part}`, { exact: true }).first()).toBeVisible();
  }
});

test('an order number whose answer is lost stays in doubt until an inquiry shows it', async ({
  control,
  page,
  pay,
  signIn,
}) => {
  const payment = await pay({ amount: 4_990 });
  const right = newOrder();
  await control.fault('drop-after-effect', { endpoint: 'refnrchange', payId: payment.payId });
  await signIn(page, 'shipping');
  await page.goto(`/payments/${payment.id}`);
  await page.getByRole('button', { name: 'Correct order number …' }).click();
  await page.getByLabel('Right order number (RefNr)').fill(right);
  await page.getByLabel('Reason').fill('typed wrongly');
  await page.keyboard.press('Enter');

  const doubt = page
    .getByRole('main')
    .getByText('It is not known which order number the gateway has');
  await expect(doubt).toBeVisible();
  await expect(page.getByRole('button', { name: 'Correct order number …' })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: payment.order })).toBeVisible();
  await page.getByRole('link', { name: 'Outcome unknown' }).click();
  const waiting = page.getByRole('article').filter({ hasText: payment.order });
  await expect(waiting).toContainText(`We sent “${right}”`);
  await expect(waiting).toContainText('Next automatic check on');
  await waiting.getByRole('button', { name: 'Check status' }).click();
  await expect(page.getByRole('article').filter({ hasText: payment.order })).toHaveCount(0);
  await page.goto(`/payments/${payment.id}`);
  await expect(page.getByRole('heading', { level: 1, name: right })).toBeVisible();
  await expect(doubt).toHaveCount(0);
});

test('who only looks on cannot correct an order number', async ({ page, pay, signIn }) => {
  const payment = await pay({ amount: 4_990 });
  await signIn(page, 'auditor');
  await page.goto(`/payments/${payment.id}`);
  await expect(page.getByRole('heading', { level: 1, name: payment.order })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Correct order number …' })).toHaveCount(0);
});
