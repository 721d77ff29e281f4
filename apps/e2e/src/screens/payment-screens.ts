import { randomUUID } from 'node:crypto';
import type { Screen } from './screen.ts';
import { unfold } from './unfold.ts';

/** A row of the grid, or a card of the narrow list. */
const rows = '[role=row][data-index="3"], main ul[aria-label] > li:nth-child(4)';
const history = '#payment-timeline';
const form = '[role=dialog] form';

/** The list of payments, one payment in several states, and the money dialogs. */
export const paymentScreens: readonly Screen[] = [
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
      await unfold(page);
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
    name: 'payment-review-proposed',
    account: 'manager',
    path: ({ reviewed }) => `/payments/${reviewed}`,
    ready: 'section > h2 + p > strong',
  },
  {
    name: 'payment-order-number',
    account: 'service',
    path: ({ authorized }) => `/payments/${authorized}`,
    ready: history,
    open: async (page) => {
      await page.locator('[aria-labelledby=payment-ids] button').last().click();
      await page.locator('form input[name=to]').fill('Größe,1');
      await page.keyboard.press('Enter');
      await page.locator('form input[name=to][aria-invalid]').waitFor();
    },
  },
  {
    name: 'payment-order-number-unknown',
    account: 'service',
    path: ({ renamed }) => `/payments/${renamed}`,
    ready: history,
  },
  {
    name: 'payment-reimbursement',
    account: 'manager',
    path: ({ tooOld }) => `/payments/${tooOld}`,
    ready: '#payment-reimbursement',
    open: async (page) => {
      await page.locator('[aria-labelledby=payment-reimbursement] button').click();
      await page.locator('[aria-labelledby=payment-reimbursement] button[type=submit]').click();
      await page.locator('form input[name=reason][aria-invalid]').waitFor();
    },
  },
  {
    name: 'unresolved',
    account: 'manager',
    path: '/unresolved',
    ready: 'main article',
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
];
