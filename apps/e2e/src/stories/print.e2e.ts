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
