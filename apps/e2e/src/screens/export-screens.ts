import type { Screen } from './screen.ts';
import { unfold } from './unfold.ts';

/** The export centre in its states, and the dialog over it. */
export const exportScreens: readonly Screen[] = [
  {
    name: 'exports',
    account: 'manager',
    path: '/exports',
    ready: 'main article a[download]',
    open: (page) => page.locator('main article summary').first().click(),
  },
  { name: 'exports-none', account: 'auditor', path: '/exports', ready: 'main [class*=empty]' },
  { name: 'exports-no-access', account: 'service', path: '/exports', ready: 'main h1' },
  {
    name: 'export-dialog',
    account: 'manager',
    path: '/payments?status=authorized,part_captured',
    ready: 'main h1',
    open: async (page) => {
      await page.locator('main a[href="/exports/new"]').first().waitFor({ state: 'attached' });
      await unfold(page);
      await page.locator('main a[href="/exports/new"]').click();
      await page.locator('[role=dialog] input[value=chosen]').click();
      await page.locator('[role=dialog] bdi').waitFor();
    },
  },
  {
    name: 'export-delete',
    account: 'manager',
    path: '/exports',
    ready: 'main article a[download]',
    open: async (page) => {
      await page.locator('main article [class*=actions] button').last().click();
      await page.locator('[role=alertdialog]').waitFor();
    },
  },
];
