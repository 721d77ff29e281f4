import type { Screen } from './screen.ts';

/** What an admin sees: gateway connections and people. */
export const settingsScreens: readonly Screen[] = [
  { name: 'connections', account: 'admin', path: '/settings/connections', ready: 'main table' },
  {
    name: 'connection',
    account: 'admin',
    path: '/settings/connections',
    ready: 'main table',
    open: async (page) => {
      await page.locator('main table a').first().click();
      // The settings of batch files stand last, and are the one section with a form of its own.
      const form = page.locator('form');
      await page.locator('main section').locator(form).waitFor();
      const test = page.locator('main section').filter({ hasNot: form }).last();
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
  {
    name: 'connection-new-brand',
    account: 'admin',
    path: '/settings/connections/new',
    ready: 'main form dl',
    open: async (page) => {
      await page.locator('main select[name=brand]').selectOption('axepta');
      await page.locator('main input[name=baseUrl]').fill('https://payment.example/');
    },
  },
  {
    name: 'shop-api',
    account: 'admin',
    path: ({ shopApi }) => shopApi,
    ready: '[aria-labelledby=shop-events] table',
  },
  {
    name: 'shop-api-key',
    account: 'admin',
    path: ({ shopApi }) => shopApi,
    ready: '[aria-labelledby=shop-keys] table',
    open: async (page) => {
      const keys = page.locator('[aria-labelledby=shop-keys]');
      await keys.locator('button').first().click();
      await page.locator('[role=dialog] button[type=submit]').click();
      await page.locator('[role=dialog] [aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'shop-api-key-made',
    account: 'admin',
    path: ({ shopApi }) => shopApi,
    ready: '[aria-labelledby=shop-keys] table',
    open: async (page) => {
      await page.locator('[aria-labelledby=shop-keys] button').first().click();
      await page.locator('[role=dialog] input').first().fill('Test server');
      await page.locator('[role=dialog] button[type=submit]').click();
      await page.locator('[aria-labelledby=shop-keys] section').waitFor();
    },
  },
  {
    name: 'shop-api-replace',
    account: 'admin',
    path: ({ shopApi }) => shopApi,
    ready: '[aria-labelledby=shop-keys] table',
    open: async (page) => {
      await page.locator('[aria-labelledby=shop-keys] table button').first().click();
      await page.locator('[role=dialog] select').waitFor();
    },
  },
  {
    name: 'notifications',
    account: 'admin',
    path: '/notifications?view=all',
    ready: 'main table',
  },
  {
    name: 'notifications-none-found',
    account: 'auditor',
    path: '/notifications?view=all&search=nothing',
    ready: 'main [class*=empty]',
  },
  {
    name: 'audit',
    account: 'auditor',
    path: '/audit',
    ready: 'main table',
    open: async (page) => {
      await page.locator('main button').first().click();
      await page.locator('main table details summary').first().click();
    },
  },
  {
    name: 'audit-none-found',
    account: 'manager',
    path: '/audit?action=nothing',
    ready: 'main [class*=empty]',
  },
  { name: 'people', account: 'admin', path: '/settings/people', ready: 'main table' },
  { name: 'person', account: 'admin', path: ({ person }) => person, ready: 'main form' },
  {
    name: 'person-new',
    account: 'admin',
    path: '/settings/people/new',
    ready: 'main form',
    open: (page) => page.locator('main button[type=submit]').click(),
  },
];
