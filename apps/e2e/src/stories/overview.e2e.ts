import { captureKnown } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

const minorOf = (text: string): number => Number(text.replace(/[^\d−]/g, '').replace('−', '-'));

test('what was captured today grows while a manager looks, and leads to exactly its steps', async ({
  manager,
  page,
  pay,
  signIn,
}) => {
  await captureKnown(manager, await pay({ amount: 2_000 }), 2_000);
  await signIn(page, 'manager');
  const figure = page.getByRole('link', { name: /^Captured today/ });
  const number = figure.locator('data');
  await expect(number).toHaveText(/CHF/);
  const before = minorOf((await number.textContent()) ?? '');

  await captureKnown(manager, await pay({ amount: 4_321 }), 4_321);
  await expect
    .poll(async () => minorOf((await number.textContent()) ?? ''))
    .toBeGreaterThanOrEqual(before + 4_321);

  await figure.click();
  await expect(page).toHaveURL(/\/reports\/rows\?/);
  await expect(page.getByRole('heading', { level: 1, name: 'Captured' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '43.21' }).first()).toBeVisible();
});

test('each role sees its own figures first', async ({ page, pay, signIn }) => {
  await pay({ amount: 1_500 });
  await signIn(page, 'admin');
  const headings = page.getByRole('main').getByRole('heading', { level: 2 });
  await expect(headings.first()).toHaveText('Gateway and notifications');
  await expect(page.getByRole('link', { name: /^Gateway: .*Answers/ }).first()).toBeVisible();
  await page
    .getByRole('link', { name: /^Gateway: / })
    .first()
    .click();
  await expect(page).toHaveURL(/\/settings\/connections\/[0-9a-f-]+$/);

  await page.context().clearCookies();
  await signIn(page, 'shipping');
  await expect(headings.first()).toHaveText('To capture, most urgent first');
  await expect(page.getByText('Captured today')).toHaveCount(0);
  await page.getByRole('link', { name: /^Not captured in time/ }).click();
  await expect(page).toHaveURL(/\/payments\?captureUrgency=missed/);
});
