import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { Account } from '../desk/test.ts';
import type { Made } from './made.ts';

/** One screen, or one dialog over a screen. Elements are found by what no language changes. */
export type Screen = {
  /** The name of its picture. */
  readonly name: string;
  /** Who looks; null: nobody is signed in. */
  readonly account: Account | null;
  readonly path: string | ((made: Made) => string);
  /** The CSS selector of what is there once everything has been loaded. */
  readonly ready: string;
  /** What a person opens or breaks on it. */
  readonly open?: (page: Page) => Promise<void>;
};

/** A row of the grid, or a card of the narrow list. */
const rows = '[role=row][data-index="3"], main ul[aria-label] > li:nth-child(4)';
const history = '#payment-timeline';
const form = '[role=dialog] form';

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
  { name: 'overview', account: 'manager', path: '/', ready: '#capture-queue' },
  { name: 'payments', account: 'manager', path: '/payments', ready: rows },
  {
    name: 'payments-refundable-soon',
    account: 'service',
    path: '/payments?refundUrgency=critical,urgent,soon&sort=refundUntil&order=asc',
    ready: rows,
  },
  {
    name: 'payments-filter',
    account: 'manager',
    path: '/payments?status=authorized,part_captured',
    ready: rows,
    open: async (page) => {
      await page.locator('fieldset button').first().click();
      await page.locator('[role=dialog] form').waitFor();
    },
  },
  {
    name: 'payments-none-found',
    account: 'manager',
    path: '/payments?search=nothing-like-this&status=failed',
    ready: 'main [class*=empty]',
  },
  {
    name: 'payments-address-not-understood',
    account: 'manager',
    path: '/payments?status=paid&from=31.02.2026',
    ready: rows,
  },
  {
    name: 'payment-authorized',
    account: 'manager',
    path: ({ authorized }) => `/payments/${authorized}`,
    ready: history,
  },
  {
    name: 'payment-part-captured',
    account: 'manager',
    path: ({ partCaptured }) => `/payments/${partCaptured}`,
    ready: history,
    open: (page) => page.locator('details summary').first().click(),
  },
  {
    name: 'payment-refunded',
    account: 'auditor',
    path: ({ refunded }) => `/payments/${refunded}`,
    ready: history,
  },
  {
    name: 'payment-unknown',
    account: 'manager',
    path: ({ unknown }) => `/payments/${unknown}`,
    ready: history,
  },
  {
    name: 'payment-missing',
    account: 'manager',
    path: () => `/payments/${randomUUID()}`,
    ready: 'main h1',
  },
  {
    name: 'capture',
    account: 'manager',
    path: ({ authorized }) => `/payments/${authorized}/capture`,
    ready: form,
    open: (page) => page.locator('[role=dialog] input[name=amount]').fill('250.00'),
  },
  {
    name: 'capture-problems',
    account: 'manager',
    path: ({ authorized }) => `/payments/${authorized}/capture`,
    ready: form,
    open: async (page) => {
      await page.locator('[role=dialog] input[name=amount]').fill('1,234.50');
      await page.locator('[role=dialog] input[name=refNr]').fill('Größe,1');
      await page.keyboard.press('Enter');
      await page.locator('[role=dialog] [role=alert]').waitFor();
    },
  },
  {
    name: 'reverse',
    account: 'service',
    path: ({ authorized }) => `/payments/${authorized}/reverse`,
    ready: '[role=alertdialog] form',
  },
  {
    name: 'refund',
    account: 'service',
    path: ({ refunded }) => `/payments/${refunded}/refund`,
    ready: form,
    open: (page) => page.locator('[role=dialog] input[name=amount]').fill('20.00'),
  },
  {
    name: 'step-not-yours',
    account: 'shipping',
    path: ({ refunded }) => `/payments/${refunded}/refund`,
    ready: '[role=dialog] button',
  },
  {
    name: 'session-ended',
    account: 'manager',
    path: ({ authorized }) => `/payments/${authorized}/capture`,
    ready: form,
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
  { name: 'connections', account: 'admin', path: '/settings/connections', ready: 'main table' },
  {
    name: 'connection',
    account: 'admin',
    path: '/settings/connections',
    ready: 'main table',
    open: async (page) => {
      await page.locator('main table a').first().click();
      const test = page.locator('[aria-labelledby=connection-test]');
      await test.locator('button').click();
      await test.locator('li').first().waitFor();
    },
  },
  {
    name: 'connection-new',
    account: 'admin',
    path: '/settings/connections/new',
    ready: 'main form',
    open: async (page) => {
      await page.locator('main button[type=submit]').click();
      await page.locator('main [role=alert]').waitFor();
    },
  },
  { name: 'no-access', account: 'shipping', path: '/settings/connections', ready: 'main h1' },
  { name: 'not-found', account: null, path: '/no/such/page', ready: 'h1' },
  { name: 'invite-gone', account: null, path: '/accept-invite?token=used', ready: 'h1' },
];
