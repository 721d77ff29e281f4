import { test as base, expect, type Page } from '@playwright/test';
import type { Account } from './account.ts';
import { type Api, signInApi } from './api.ts';
import { type Control, createControl } from './control.ts';
import { forgetHabits } from './forget-habits.ts';
import { type KnownPayment, payKnown } from './known-payment.ts';
import { slowDown } from './slow-browser.ts';
import { type Desk, startDesk } from './start-desk.ts';

export { expect };

type Story = {
  readonly control: Control;
  /** A customer pays; resolves when the server knows it. `amount` in minor units. */
  readonly pay: (order: Parameters<Control['pay']>[0]) => Promise<KnownPayment>;
  /** Opens the sign-in page and signs in by keyboard; the first time in a story, to lists as nobody left them. */
  readonly signIn: (page: Page, account: Account) => Promise<void>;
};
type Shared = {
  readonly deskEnv: Readonly<Record<string, string>>;
  readonly desk: Desk;
  /** The manager without a browser, for what a story only presupposes. */
  readonly manager: Api;
};

/** A story over a running product: one product for each worker and `deskEnv`. */
export const test = base.extend<Story, Shared>({
  deskEnv: [{ DEMO_PAYMENTS: '0' }, { option: true, scope: 'worker' }],
  desk: [
    async ({ deskEnv }, use) => {
      const desk = await startDesk(deskEnv);
      await use(desk);
      await desk.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  manager: [
    async ({ desk }, use) => use(await signInApi(desk.url, 'manager')),
    { scope: 'worker' },
  ],
  browser: [
    async ({ browser }, use) => {
      slowDown(browser);
      await use(browser);
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ desk }, use) => use(desk.url),
  control: async ({ desk }, use) => {
    const control = createControl(desk.simulatorUrl, desk.url);
    await use(control);
    await control.clearFaults();
  },
  pay: async ({ control, manager }, use) => use((order) => payKnown(control, manager, order)),
  signIn: async ({ desk }, use) => {
    const begun = new Set<Account>();
    await use(async (page, account) => {
      if (!begun.has(account)) await forgetHabits(await signInApi(desk.url, account));
      begun.add(account);
      await page.goto('/sign-in');
      await page.locator('input[type=email]').fill(`${account}@demo.example`);
      await page.locator('input[type=password]').fill('desk-demo-2026');
      await page.locator('input[type=password]').press('Enter');
      await expect(page).not.toHaveURL(/sign-in/);
    });
  },
});
