import type { Page } from '@playwright/test';
import type { Control } from '../desk/control.ts';
import { hurriedDesk } from '../desk/hurried-desk.ts';
import { expect, test } from '../desk/test.ts';

test.use({ deskEnv: hurriedDesk });

test('a capture whose answer was lost is unknown, offers no repetition, and turns out executed by itself', async ({
  control,
  page,
  pay,
  signIn,
}) => {
  const { id, order, payId } = await pay({ amount: 14_990 });
  await signIn(page, 'shipping');
  await page.goto(`/payments/${id}/capture`);
  await control.fault('drop-after-effect', { endpoint: 'capture', payId });

  await page.getByRole('button', { name: 'Capture CHF 149.90' }).click();

  await expectUnknownWithoutRepetition(page);
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('CHF 149.90 captured');
  await page.getByRole('dialog').getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('main').getByText('Captured', { exact: true }).first()).toBeVisible();
  const history = page.getByRole('region', { name: 'History' });
  await expect(history).toContainText('Capture of CHF 149.90: outcome unknown');
  await expect(history).toContainText('CHF 149.90 captured');
  await expect(page.getByRole('heading', { level: 1, name: order })).toBeVisible();
  expect(await captures(control, payId)).toEqual([14_990]);
});

test('a capture that never reached the gateway stays unknown for the quiet period, then turns out not carried out', async ({
  control,
  page,
  pay,
  signIn,
}) => {
  const { id, payId } = await pay({ amount: 6_500 });
  await signIn(page, 'shipping');
  await page.goto(`/payments/${id}/capture`);
  await control.fault('drop-before-effect', { endpoint: 'capture', payId });

  await page.getByRole('button', { name: 'Capture CHF 65.00' }).click();

  await expectUnknownWithoutRepetition(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Back' }).click();
  const main = page.getByRole('main');
  await expect(main.getByText('Outcome unknown').first()).toBeVisible();
  await expect(main.getByText('Don’t repeat it: the amount could be taken twice.')).toBeVisible();
  await expect(main.getByRole('button', { name: /Capture|Reverse|Refund/ })).toHaveCount(0);
  await main.getByRole('button', { name: 'Check status' }).click();
  await expect(main.getByText('Checked. The outcome is still unknown.')).toBeVisible();
  await expect(main.getByText('no change yet').first()).toBeVisible();

  await expect(main.getByText('Authorised', { exact: true }).first()).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByRole('region', { name: 'History' })).toContainText(
    'Capture of CHF 65.00 was not carried out',
  );
  await expect(main.getByRole('button', { name: 'Capture …' })).not.toHaveAttribute(
    'aria-disabled',
  );
  expect(await captures(control, payId)).toEqual([]);
});

test('a refund that takes longer than we wait is unknown in the list, and executed once', async ({
  control,
  manager,
  page,
  pay,
  signIn,
}) => {
  const { id, order, payId } = await pay({ amount: 8_000 });
  await manager.mutate('payments.capture', {
    paymentId: id,
    amount: 8_000,
    closeRest: false,
    key: crypto.randomUUID(),
  });
  await signIn(page, 'manager');
  await page.goto(`/payments?search=${order}`);
  const row = page.getByRole('row').filter({ hasText: order });
  await row.getByRole('link', { name: /^Refund/ }).click();
  // After the first question, before the second: the list has time to show what is not known.
  await control.fault('slow-effect', { endpoint: 'credit', payId, delayMs: 4_500 });
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason').selectOption('Return of goods');
  await dialog.getByRole('button', { name: 'Refund CHF 80.00' }).click();

  await expect(dialog.getByText('Outcome unknown')).toBeVisible();
  await dialog.getByRole('button', { name: 'Back' }).click();
  await expect(row).toContainText('Outcome unknown');

  await expect(row.getByText('Refunded', { exact: true })).toBeVisible({ timeout: 30_000 });
  const credits = (await control.ledger(payId)).filter(({ kind }) => kind === 'credit');
  expect(credits.map(({ amount }) => amount)).toEqual([8_000]);
});

/** After a lost answer there is nothing to press but these two. */
async function expectUnknownWithoutRepetition(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText('Outcome unknown')).toBeVisible();
  await expect(dialog.getByRole('button')).toHaveText(['Check status', 'Back']);
  await expect(dialog).toContainText('It may have worked.');
}

async function captures(control: Control, payId: string): Promise<readonly number[]> {
  const entries = await control.ledger(payId);
  return entries.filter(({ kind }) => kind === 'capture').map(({ amount }) => amount);
}
