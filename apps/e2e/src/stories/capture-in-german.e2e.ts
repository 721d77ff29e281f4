import { expect, test } from '../desk/test.ts';

test.use({ locale: 'de-CH' });

test('a capture in German, from signing in to the result', async ({
  control,
  page,
  pay,
  signIn,
}) => {
  const { id, order, payId } = await pay({ amount: 89_900 });
  await page.goto('/sign-in');
  await expect(page.getByRole('heading', { level: 1, name: 'Anmelden' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de-CH');
  await signIn(page, 'shipping');
  await expect(page.getByRole('heading', { level: 1, name: 'Übersicht' })).toBeVisible();
  await page.getByRole('link', { name: 'Zahlungen', exact: true }).click();
  await page.getByRole('searchbox', { name: 'Zahlungen suchen' }).fill(order);
  const row = page.getByRole('row').filter({ hasText: order });
  await expect(row).toContainText('Autorisiert');
  await row.getByRole('link', { name: 'Buchen …' }).click();

  const dialog = page.getByRole('dialog', { name: `${order} buchen` });
  await expect(dialog.getByRole('button', { name: 'Zurück' })).toBeVisible();
  await dialog.getByLabel('Betrag in CHF').fill('1,234.50');
  await dialog.getByRole('button', { name: 'Buchen', exact: true }).click();
  await expect(dialog.getByLabel('Betrag in CHF')).toHaveAttribute('aria-invalid', 'true');
  await dialog.getByLabel('Betrag in CHF').fill('250,00');
  await dialog.getByRole('radio', { name: 'Autorisierung offen lassen' }).check();
  await dialog.getByRole('button', { name: 'CHF 250.00 buchen' }).click();

  await expect(dialog).toBeHidden();
  await expect(row).toContainText('Teilgebucht');
  await page.goto(`/payments/${id}`);
  await expect(page.getByRole('region', { name: 'Verlauf' })).toContainText(/CHF\s250\.00 gebucht/);
  const entries = await control.ledger(payId);
  expect(entries.map(({ kind, amount }) => `${kind} ${amount}`)).toContain('capture 25000');
});

test('the language is changed in the menu, and stays after a reload', async ({ page, signIn }) => {
  await signIn(page, 'manager');
  await page.locator('[aria-controls=user-menu]').click();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-CH');
});
