import type { Page } from '@playwright/test';
import type { Screen } from './screen.ts';

const statement = [
  'PayID;Datum;Betrag;Gebühr',
  `${'a1'.repeat(16)};02.11.2026;89.00;1.16`,
  `${'b2'.repeat(16)};31.02.2026;12.50;0.16`,
  `${'c3'.repeat(16)};03.11.2026;4.5.0;0.06`,
].join('\r\n');

async function openStatement(page: Page): Promise<void> {
  await page.locator('main tbody a').first().click();
  await page.locator('#statement-items').waitFor();
  await page.locator('main tbody tr code').first().waitFor({ state: 'attached' });
}

/** Reconciliation: its statements, a new one with faults, one with its lanes. */
export const reconciliationScreens: readonly Screen[] = [
  { name: 'statements', account: 'manager', path: '/reconciliation', ready: 'main tbody tr' },
  { name: 'statements-no-access', account: 'service', path: '/reconciliation', ready: 'main h1' },
  {
    name: 'statement-new',
    account: 'manager',
    path: '/reconciliation/new',
    ready: 'main input[type=file]',
    open: async (page) => {
      const buffer = Buffer.from(statement);
      const file = { name: 'twint.csv', mimeType: 'text/csv', buffer };
      await page.locator('main input[type=file]').setInputFiles(file);
      await page.locator('#statement-preview').waitFor();
    },
  },
  {
    name: 'statement',
    account: 'manager',
    path: '/reconciliation',
    ready: 'main tbody tr',
    open: openStatement,
  },
  {
    name: 'statement-remove',
    account: 'manager',
    path: '/reconciliation',
    ready: 'main tbody tr',
    open: async (page) => {
      await openStatement(page);
      await page.locator('main a[download] ~ span button').click();
      await page.locator('[role=alertdialog]').waitFor();
    },
  },
];
