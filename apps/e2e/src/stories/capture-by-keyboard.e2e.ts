import type { Locator, Page } from '@playwright/test';
import { demoDesk, seeded } from '../desk/demo.ts';
import { newOrder } from '../desk/known-payment.ts';
import { expect, test } from '../desk/test.ts';

test.use({ deskEnv: demoDesk });

test('a whole capture by keyboard alone, from signing in to the next row', async ({
  control,
  manager,
  page,
  pay,
}) => {
  await seeded(control, manager);
  const order = newOrder();
  const { payId } = await pay({ amount: 40_000, refNr: order });
  const keys = page.keyboard;

  await page.goto('/sign-in');
  await tabTo(page, page.getByLabel('Email address'));
  await keys.type('shipping@demo.example');
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await keys.type('desk-demo-2026');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeFocused();

  await keys.press('Shift+Tab');
  await tabTo(page, page.getByRole('link', { name: 'Payments', exact: true }), 'Shift+Tab');
  await keys.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Payments' })).toBeFocused();
  await tabTo(page, page.getByRole('searchbox', { name: 'Search payments' }));
  await keys.type(order);
  const row = page.getByRole('row').filter({ hasText: order });
  await expect(page.getByRole('row')).toHaveCount(2);
  await keys.press('Enter');
  await expect(row).toBeFocused();

  await keys.press('c');
  const dialog = page.getByRole('dialog', { name: `Capture ${order}` });
  const amount = dialog.getByLabel('Amount in CHF');
  await expect(amount).toBeFocused();
  await keys.type('250');
  await tabTo(page, dialog.getByRole('radio', { name: 'Keep the authorisation open' }));
  await keys.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: 'Close the rest' })).toBeChecked();
  await expect(dialog.getByRole('row', { name: 'Closed 0.00 150.00' })).toBeVisible();
  await tabTo(page, dialog.getByRole('button', { name: 'Capture CHF 250.00' }));
  await keys.press('Enter');

  await expect(dialog).toBeHidden();
  await expect(row.getByText('Captured', { exact: true })).toBeVisible();
  await expect(row).toBeFocused();
  const entries = await control.ledger(payId);
  expect(entries.map(({ kind, amount: minor }) => `${kind} ${minor}`)).toContain('capture 25000');
});

test('Escape leaves the dialog and gives the focus back to the row, or to the button that opened it', async ({
  control,
  manager,
  page,
  pay,
  signIn,
}) => {
  await seeded(control, manager);
  const { id, order } = await pay({ amount: 3_000 });
  await signIn(page, 'manager');
  await page.goto(`/payments?search=${order}`);
  const row = page.getByRole('row').filter({ hasText: order });
  await row.focus();

  for (const key of ['c', 'v']) {
    await page.keyboard.press(key);
    await expect(page.getByRole(key === 'c' ? 'dialog' : 'alertdialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(row).toBeFocused();
  }

  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: order })).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Capture …' }));
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${id}/capture$`));
  await expect(page.getByLabel('Amount in CHF')).toBeFocused();
  await lateFrames(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Capture …' })).toBeFocused();
});

test('row 150 is reached by keys, opened and returned to, and the focus is never lost on the way', async ({
  control,
  manager,
  page,
  signIn,
}) => {
  test.slow();
  await seeded(control, manager);
  await signIn(page, 'manager');
  await page.goto('/payments');
  const rowAt = (number: number) => page.locator(`[role=row][aria-rowindex="${number + 1}"]`);
  await tabTo(page, rowAt(1));
  const lost = await watchFocus(page);

  for (let number = 2; number <= 20; number++) {
    await page.keyboard.press('ArrowDown');
    await expect(rowAt(number)).toBeFocused();
  }
  for (let number = 21; number <= 150; number++) await page.keyboard.press('ArrowDown');

  await expect(rowAt(150)).toBeFocused();
  await expect(rowAt(150)).toBeInViewport();
  expect(await lost()).toBe(0);
  const order = (await rowAt(150).getByRole('rowheader').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: order })).toBeFocused();
  await tabTo(page, page.getByRole('link', { name: 'All payments' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(rowAt(150)).toBeFocused();
  await expect(rowAt(150)).toContainText(order);

  const lostAgain = await watchFocus(page);
  await page.keyboard.press('Home');
  await expect(rowAt(1)).toBeFocused();
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  await expect(rowAt(1)).toBeFocused();
  for (let turn = 0; turn < 20; turn++) await page.keyboard.press('PageDown');
  await page.keyboard.press('End');
  await expect(page.locator('[role=row]:focus')).toBeInViewport();
  expect(await lostAgain()).toBe(0);
});

test('an arrow key continues from the focused row after it was scrolled far away, and after sorting', async ({
  control,
  manager,
  page,
  signIn,
}) => {
  await seeded(control, manager);
  await signIn(page, 'manager');
  await page.goto('/payments');
  const rowAt = (number: number) => page.locator(`[role=row][aria-rowindex="${number + 1}"]`);
  await tabTo(page, rowAt(1));
  for (let number = 2; number <= 5; number++) await page.keyboard.press('ArrowDown');
  await expect(rowAt(5)).toBeFocused();

  await page.getByRole('grid').hover();
  await page.mouse.wheel(0, 4_000);
  await expect(rowAt(5)).not.toBeInViewport();
  await page.keyboard.press('ArrowDown');
  await expect(rowAt(6)).toBeFocused();
  await expect(rowAt(6)).toBeInViewport();

  await tabTo(page, page.getByRole('button', { name: 'Authorised CHF' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Authorised CHF' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(page.getByRole('button', { name: 'Authorised CHF' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.locator('[role=row]:focus')).toHaveCount(1);
});

/** Presses Tab until the control has the focus; on the way the focus never falls back to the page itself. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press(key);
    const [isThere, isLost] = await Promise.all([
      target.evaluate((element) => element === document.activeElement),
      page.evaluate(() => document.activeElement === document.body),
    ]);
    if (isThere) return;
    expect(isLost, 'focus is on the body').toBe(false);
  }
  throw new Error(`60 times ${key} did not reach ${target}`);
}

/** Counts the frames in which nothing had the focus; the answer is asked for at the end. */
async function watchFocus(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const seen = { lost: 0 };
    Object.assign(globalThis, { focusSeen: seen });
    const look = () => {
      if (document.activeElement === document.body) seen.lost++;
      requestAnimationFrame(look);
    };
    look();
  });
  return () =>
    page.evaluate(() => (globalThis as unknown as { focusSeen: { lost: number } }).focusSeen.lost);
}

/** From now on frames come a fifth of a second late, as on a busy machine: timers are not held up by it. */
async function lateFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    const soon = globalThis.requestAnimationFrame.bind(globalThis);
    globalThis.requestAnimationFrame = (callback) => Number(setTimeout(() => soon(callback), 200));
  });
}
