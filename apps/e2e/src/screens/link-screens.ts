import type { Screen } from './screen.ts';

/** Payment links: the list, making them one by one or from a file, and every way to hand one over. */
export const linkScreens: readonly Screen[] = [
  { name: 'links', account: 'service', path: '/links', ready: 'main table' },
  {
    name: 'links-address-not-understood',
    account: 'service',
    path: '/links?state=lost&search=nothing-like-this',
    ready: 'main [class*=empty]',
  },
  {
    name: 'link-new',
    account: 'service',
    path: '/links/new',
    ready: 'main form',
    open: async (page) => {
      await page.locator('main details summary').click();
      await page.locator('main button[type=submit]').click();
      await page.locator('main [role=alert]').waitFor();
    },
  },
  {
    name: 'link',
    account: 'service',
    path: ({ link }) => `/links/${link}`,
    ready: 'main svg[role=img]',
  },
  {
    name: 'link-withdraw',
    account: 'service',
    path: ({ link }) => `/links/${link}`,
    ready: 'main svg[role=img]',
    open: async (page) => {
      await page.locator('main section').last().locator('button').click();
      await page.locator('[role=alertdialog]').waitFor();
    },
  },
  {
    name: 'link-counter',
    account: 'service',
    path: ({ link }) => `/links/${link}/counter`,
    ready: 'main svg[role=img]',
  },
  {
    name: 'link-print',
    account: 'service',
    path: ({ link }) => `/links/${link}/print`,
    ready: 'main svg[role=img]',
  },
  {
    name: 'links-import',
    account: 'service',
    path: '/links/import',
    ready: 'main form',
    open: async (page) => {
      await page.locator('main select[name=connection]').selectOption('demo');
      await page.locator('main textarea').fill('49.90;B-1;Helmet\n0.50;B-2;Sticker\nx;B 3;Bell\n');
      await page.locator('main button[type=submit]').click();
      await page.locator('main table').waitFor();
    },
  },
];
