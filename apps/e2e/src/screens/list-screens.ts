import type { Screen } from './screen.ts';

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
];
