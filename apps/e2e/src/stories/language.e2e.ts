import { demoDesk } from '../desk/demo.ts';
import { expect } from '../desk/test.ts';
import { bareTexts } from '../screens/bare-texts.ts';
import { invitedName } from '../screens/made.ts';
import { screens } from '../screens/screens.ts';
import { test } from '../screens/test.ts';

test.use({ deskEnv: demoDesk });

test.describe('German', () => {
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
    await expect(page.getByRole('region', { name: 'Verlauf' })).toContainText(
      /CHF\s250\.00 gebucht/,
    );
    const entries = await control.ledger(payId);
    expect(entries.map(({ kind, amount }) => `${kind} ${amount}`)).toContain('capture 25000');
  });

  test('the language is changed in the menu, and stays after a reload', async ({
    page,
    signIn,
  }) => {
    await signIn(page, 'manager');
    await page.locator('[aria-controls=user-menu]').click();
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-CH');
  });
});

for (const screen of screens) {
  test(`every text of ${screen.name} comes from the catalog`, async ({ manager, show }) => {
    const { body } = await manager.query('session.me');
    const { connections, memberships, name } = body.result.data.person;
    const data: readonly string[] = [
      name,
      invitedName,
      ...memberships.map(({ merchantName }: { merchantName: string }) => merchantName),
      ...connections.map(({ label }: { label: string }) => label),
    ];

    const page = await show(screen, { width: 1280, scheme: 'light', lang: 'pseudo' });
    await expect(page.getByText(/^⟦/).first()).toBeVisible();
    expect.soft(await bareTexts(page, data), '1280 px').toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect.soft(await bareTexts(page, data), '320 px').toEqual([]);
    await page.context().close();
  });
}
