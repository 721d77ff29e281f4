import type { Screen } from './screen.ts';

/** What managers and auditors read: a report in all its parts, and the steps behind a number. */
export const reportScreens: readonly Screen[] = [
  {
    name: 'reports',
    account: 'manager',
    path: '/reports',
    ready: '#report-failures',
    open: (page) => page.locator('canvas').first().waitFor(),
  },
  {
    name: 'reports-empty',
    account: 'auditor',
    path: '/reports?from=2020-01-01&to=2020-01-31&unit=year',
    ready: 'main [aria-busy=false] button',
  },
  {
    name: 'reports-too-long',
    account: 'manager',
    path: '/reports?from=2026-01-01&to=2026-11-30&unit=hour',
    ready: 'main [role=alert]',
  },
  {
    name: 'report-rows',
    account: 'manager',
    path: '/reports?unit=month',
    ready: '#report-failures',
    open: async (page) => {
      await page.locator('main li[data-figure=net] a').click();
      await page.locator('main [data-count]').waitFor();
    },
  },
  {
    name: 'report-rows-bad-address',
    account: 'manager',
    path: '/reports/rows?figure=all',
    ready: 'main a',
  },
];
