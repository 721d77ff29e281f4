import type { Page } from '@playwright/test';
import { batchScreens } from './batch-screens.ts';
import { exportScreens } from './export-screens.ts';
import { importScreens } from './import-screens.ts';
import { linkScreens } from './link-screens.ts';
import { listScreens } from './list-screens.ts';
import { paymentScreens } from './payment-screens.ts';
import { reconciliationScreens } from './reconciliation-screens.ts';
import { reportScreens } from './report-screens.ts';
import type { Screen } from './screen.ts';
import { settingsScreens } from './settings-screens.ts';

/** The figures of today and those of the gateway come after the rest. */
const figuresThere = async (page: Page) => {
  await page.locator('#today + nav').waitFor();
  await page.locator('#health + nav').waitFor();
};

/** Every screen and dialog of the product. */
export const screens: readonly Screen[] = [
  { name: 'sign-in', account: null, path: '/sign-in', ready: '#demo-accounts' },
  {
    name: 'sign-in-refused',
    account: null,
    path: '/sign-in',
    ready: '#demo-accounts',
    open: async (page) => {
      await page.locator('input[type=email]').fill('nobody@demo.example');
      await page.locator('input[type=password]').fill('wrong');
      await page.keyboard.press('Enter');
      await page.locator('[role=alert]').waitFor();
    },
  },
  { name: 'invite', account: null, path: ({ invite }) => invite, ready: 'form' },
  { name: 'invite-gone', account: null, path: '/accept-invite#token=used', ready: 'h1' },
  { name: 'overview', account: 'manager', path: '/', ready: '#capture-queue', open: figuresThere },
  { name: 'overview-shipping', account: 'shipping', path: '/', ready: '#capture-queue' },
  { name: 'overview-service', account: 'service', path: '/', ready: '#capture-queue' },
  { name: 'overview-admin', account: 'admin', path: '/', ready: '#health + nav' },
  {
    name: 'overview-auditor',
    account: 'auditor',
    path: '/',
    ready: '#capture-queue',
    open: figuresThere,
  },
  {
    name: 'session-ended',
    account: 'manager',
    path: ({ authorized }) => `/payments/${authorized}/capture`,
    ready: '[role=dialog] form',
    open: async (page) => {
      await page.context().clearCookies();
      await page.locator('[role=dialog] button[type=submit]').click();
      await page.locator('[role=alertdialog] input[type=password]').waitFor();
    },
  },
  {
    name: 'menus-open',
    account: 'manager',
    path: '/',
    ready: '#capture-queue',
    open: async (page) => {
      const menu = page.locator('[aria-controls=navigation]');
      if (await menu.isVisible()) await menu.click();
      await page.locator('[aria-controls=user-menu]').click();
      await page.locator('#user-menu').waitFor();
    },
  },
  ...paymentScreens,
  ...listScreens,
  ...exportScreens,
  ...batchScreens,
  ...linkScreens,
  ...importScreens,
  ...reconciliationScreens,
  ...reportScreens,
  ...settingsScreens,
  { name: 'no-access', account: 'shipping', path: '/settings/connections', ready: 'main h1' },
  { name: 'not-found', account: null, path: '/no/such/page', ready: 'h1' },
];
