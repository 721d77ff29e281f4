import type { Page } from '@playwright/test';
import { captureKnown } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

// An amount that no other story pays.
const amount = 8_437;
const filter = '/payments?amountMin=84.37&amountMax=84.37';

test('the selected rows alone are printed, from the grid and page by page, and say what they are', async ({
  page,
  pay,
  signIn,
}) => {
  for (let count = 0; count < 3; count += 1) await pay({ amount });
  // The dialog of the browser would wait for a hand; the sheet is there until it was left.
  await page.addInitScript('window.print = () => {}');
  await signIn(page, 'manager');
  const bar = page.getByRole('region', { name: 'Selected payments' });
  const lines = page.getByRole('table', { name: 'Payments' }).locator('tbody tr');
  const onPaper = async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.getByText('Only the selected payments, picked by hand')).toBeVisible();
    await expect(page.getByText('Filters: Amount: = CHF 84.37')).toBeVisible();
    await expect(page.getByText('2 payments on this sheet')).toBeVisible();
    await expect(page.getByText(/^Printed .+ by Reto Ammann, all times Swiss time$/)).toBeVisible();
    await expect(page.getByText('CHF 168.74').filter({ visible: true })).toHaveCount(2);
    await expect(page.getByText('CHF 253.11').filter({ visible: true })).toHaveCount(0);
    await expect(lines.filter({ visible: true })).toHaveCount(2);
    await expect(bar).toBeHidden();
    await expect(page.getByRole('searchbox')).toBeHidden();
    const ink = await page
      .locator('dd')
      .filter({ visible: true })
      .first()
      .evaluate((sum) => getComputedStyle(sum).color);
    expect(ink).toBe('rgb(21, 24, 28)');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
    await expect(page.getByText('Only the selected payments, picked by hand')).toBeHidden();
  };

  await page.goto(filter);
  const rows = page.locator('[role=row][data-index]');
  await rows.nth(2).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await bar.getByRole('button', { name: 'Print selected' }).press('Enter');
  await onPaper();
  await expect(bar).toContainText('2 payments selected');

  await page.getByRole('button', { name: 'Columns and rows', exact: true }).click();
  await page.getByLabel('Pages of 50, as a plain table').click();
  await page.keyboard.press('Escape');
  await lines.nth(2).waitFor();
  await expect(bar).toContainText('2 payments selected');
  await bar.getByRole('button', { name: 'Print selected' }).press('Enter');
  await onPaper();
  await page.getByRole('button', { name: 'Columns and rows', exact: true }).click();
  await page.getByLabel('One long list').click();
});

test('selected rows of another page are printed as they are now', async ({
  manager,
  page,
  pay,
  signIn,
}) => {
  // Amounts that no other story pays; sorted by amount, the list can begin at the second one.
  const elsewhere = await pay({ amount: 8_441 });
  await pay({ amount: 8_442 });
  await page.addInitScript('window.print = () => {}');
  await signIn(page, 'manager');
  await page.goto('/payments?amountMin=84.41&amountMax=84.42&sort=amount&order=asc');
  await page.getByRole('button', { name: 'Columns and rows', exact: true }).click();
  await page.getByLabel('Pages of 50, as a plain table').click();
  await page.keyboard.press('Escape');
  const table = page.getByRole('table', { name: 'Payments' });
  await table.getByRole('checkbox', { name: 'Select all 2 loaded payments' }).click();
  await page.getByRole('button', { name: 'Go to amount' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('84.42');
  await page.keyboard.press('Enter');
  const row = table.getByRole('row').filter({ hasText: elsewhere.order });
  await expect(row).toHaveCount(0);

  await captureKnown(manager, elsewhere, 8_441);
  const bar = page.getByRole('region', { name: 'Selected payments' });
  await bar.getByRole('button', { name: 'Print selected' }).press('Enter');
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('2 payments on this sheet')).toBeVisible();
  await expect(row).toContainText('Captured');
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(bar).toContainText(/captured\s*CHF\s*84\.41/);
  await page.getByRole('button', { name: 'Columns and rows', exact: true }).click();
  await page.getByLabel('One long list').click();
});

test('single steps are printed as they are filtered, with what they add up to', async ({
  manager,
  page,
  pay,
  signIn,
}) => {
  const known = await pay({ amount: 8_450 });
  await captureKnown(manager, known, 8_450);
  await pay({ amount: 8_450 });
  await page.addInitScript('window.print = () => {}');
  await signIn(page, 'manager');
  await page.goto('/payments/steps?amountMin=84.50&amountMax=84.50');
  const lines = page
    .getByRole('table', { name: 'Single steps' })
    .locator('tbody tr')
    .filter({ visible: true });
  const onPaper = async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.getByText('Filters: Amount: = CHF 84.50')).toBeVisible();
    await expect(page.getByText('3 steps on this sheet')).toBeVisible();
    await expect(page.getByText(/^Printed .+ by Reto Ammann, all times Swiss time$/)).toBeVisible();
    await expect(page.getByText('CHF 169.00').filter({ visible: true })).toHaveCount(1);
    await expect(lines).toHaveCount(3);
    await expect(page.getByRole('searchbox')).toBeHidden();
    await expect(page.getByText('Keys: ↑ ↓')).toBeHidden();
  };

  await page.getByRole('button', { name: 'Print …' }).press('Enter');
  await onPaper();
  const [width, height] = await pageSize(page);
  expect([Math.round(width), Math.round(height)]).toEqual([842, 595]);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });
  await expect(page.getByRole('grid', { name: 'Single steps' })).toBeVisible();
  await expect(lines).toHaveCount(0);

  // The browser's own printing.
  await onPaper();
  await page.emulateMedia({ media: 'screen' });
  await expect(lines).toHaveCount(0);
});

/** The size of the first sheet of paper, in points. */
async function pageSize(page: Page): Promise<readonly [number, number]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  return [Number(width), Number(height)];
}
