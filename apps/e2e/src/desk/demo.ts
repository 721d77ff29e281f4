import { expect } from '@playwright/test';
import type { Api } from './api.ts';
import type { Control } from './control.ts';

const payments = 200;

/**
 * The environment of a product with the demo payments of the first start. Unknown outcomes stay
 * unknown, because nobody asks again while a story looks at them.
 */
export const demoDesk: Readonly<Record<string, string>> = {
  DEMO_PAYMENTS: String(payments),
  RESOLVE_AT_MS: '3600000',
};

/** Resolves when every demo payment has arrived and the business clock has come back to today. */
export async function seeded(control: Control, manager: Api): Promise<void> {
  await expect
    .poll(
      async () => {
        const { body } = await manager.query('payments.list', { limit: 200 });
        return [body?.result?.data?.rows?.length >= payments, await isToday(control)];
      },
      { timeout: 150_000, intervals: [1_000] },
    )
    .toEqual([true, true]);
}

/** A clock that is moved back by what it was ahead may lose the millisecond in which that happens. */
async function isToday(control: Control): Promise<boolean> {
  return Math.abs(await control.offset()) < 1_000;
}
