import { expect, test } from '../desk/test.ts';

test('rows are selected by keys and by hand, stay selected while the list changes, and are exported', async ({
  page,
  pay,
  signIn,
}) => {
  // An amount that no other story pays.
  const amount = 8_643;
  const filter = '/payments?amountMin=86.43&amountMax=86.43&sort=created';
  await pay({ amount });
  await pay({ amount });
  await signIn(page, 'manager');
  await page.goto(filter);
  const rows = page.locator('[role=row][data-index]');
  await expect(rows).toHaveCount(2);
  const bar = page.getByRole('region', { name: 'Selected payments' });
  await rows.first().getByRole('checkbox').check();
  await expect(rows.first()).toHaveAttribute('aria-selected', 'true');
  await expect(rows.first()).toBeFocused();
  await expect(bar).toContainText('1 payment selected');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(bar).toContainText('2 payments selected');
  await expect(bar).toContainText('CHF 172.86');
  await page.keyboard.press('Space');
  await expect(bar).toContainText('1 payment selected');
  await page.keyboard.press('Control+a');
  await expect(bar).toContainText('2 payments selected');

  await pay({ amount });
  await expect(rows).toHaveCount(3);
  await expect(bar).toContainText('2 payments selected');
  await bar.getByRole('button', { name: 'Select all that match: 3 payments' }).click();
  await expect(bar).toContainText('Selected: all that match this filter (3 payments)');
  await rows.first().focus();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(rows.first()).toBeFocused();

  await rows.nth(0).getByRole('checkbox').click();
  await rows
    .nth(2)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] });
  await expect(bar).toContainText('3 payments selected');
  await rows.nth(1).getByRole('checkbox').click();
  await expect(bar).toContainText('2 payments selected');
  await bar.getByRole('link', { name: 'Export selected' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('radio', { name: 'The 2 selected payments' })).toBeChecked();

  await page.goto(filter);
  await page.getByRole('button', { name: 'Columns and rows', exact: true }).click();
  await page.getByLabel('Pages of 50, as a plain table').click();
  await page.keyboard.press('Escape');
  const table = page.getByRole('table', { name: 'Payments' });
  await table.getByRole('checkbox', { name: 'Select all 3 loaded payments' }).click();
  await expect(bar).toContainText('3 payments selected');
  await page.goto(`${filter}&refunded=yes`);
  await expect(bar).toBeHidden();

  await page.setViewportSize({ width: 320, height: 568 });
  await page.goto(filter);
  await page.getByRole('listitem').getByRole('checkbox').first().click();
  await expect(bar).toContainText('1 payment selected');
});
