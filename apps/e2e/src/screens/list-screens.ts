import type { Screen } from './screen.ts';
import { unfold } from './unfold.ts';

const rows = '[role=row][data-index="3"], main ul[aria-label] > li:nth-child(4)';

/** The ways to look at many payments: step by step, in views, in chosen columns, page by page. */
export const listScreens: readonly Screen[] = [
  { name: 'steps', account: 'manager', path: '/payments/steps', ready: rows },
  {
    name: 'steps-filter',
    account: 'manager',
    path: '/payments/steps?kind=capture,credit&code=0&foo=1',
    ready: rows,
    open: async (page) => {
      await unfold(page);
      await page.locator('fieldset button').first().click();
      await page.locator('[role=dialog] form').waitFor();
    },
  },
  {
    name: 'steps-none-found',
    account: 'auditor',
    path: '/payments/steps?search=nothing-like-this&state=failed',
    ready: 'main [class*=empty]',
  },
  {
    name: 'payments-layout',
    account: 'auditor',
    path: '/payments',
    ready: rows,
    open: async (page) => {
      await unfold(page);
      await page.locator('main [class*=toolGroup] > button').last().click();
      await page.locator('[role=dialog] fieldset').first().waitFor();
    },
  },
  {
    name: 'payments-go-to',
    account: 'service',
    path: '/payments?at=2026-02-03T09:30',
    ready: 'main [class*=landing]',
    open: async (page) => {
      await unfold(page);
      await page.locator('main [class*=toolGroup] > button').nth(1).click();
      await page.locator('[role=dialog] form').waitFor();
    },
  },
  {
    name: 'payments-selected',
    account: 'manager',
    path: '/payments',
    ready: rows,
    open: async (page) => {
      const boxes = page.locator('main :is([role=row][data-index], li article) input');
      await boxes.first().check();
      await boxes.nth(2).check();
      await page.locator('main section[class*=bar]').waitFor();
    },
  },
  {
    name: 'payments-save-view',
    account: 'manager',
    path: '/payments?status=authorized&view=00000000-0000-0000-0000-000000000000',
    ready: rows,
    open: async (page) => {
      await unfold(page);
      await page.locator('main [class*=toolGroup] > button').first().click();
      await page.locator('[role=dialog] form button').click();
    },
  },
];
