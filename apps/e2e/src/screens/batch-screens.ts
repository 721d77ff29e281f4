import type { Page } from '@playwright/test';
import type { Made } from './made.ts';
import type { Screen } from './screen.ts';

const ofFile = ({ batch }: Made) => `/batches/${batch}`;

/** Batch files: their list, a new one, one that waits, and answers good and bad. */
export const batchScreens: readonly Screen[] = [
  { name: 'batches', account: 'shipping', path: '/batches', ready: 'main tbody tr' },
  { name: 'batches-no-access', account: 'auditor', path: '/batches', ready: 'main h1' },
  {
    name: 'batch-new',
    account: 'manager',
    path: '/batches/new',
    ready: 'main form select',
    open: async (page) => {
      await page.locator('main select').first().selectOption('demo');
      await page.locator('main button[type=submit]').click();
      await page.locator('#batch-plan').waitFor();
    },
  },
  {
    name: 'batch-new-refunds',
    account: 'manager',
    path: '/batches/new',
    ready: 'main form select',
    open: async (page) => {
      await page.locator('main select').nth(1).selectOption('credit');
      await page.locator('main select').nth(2).selectOption('other');
    },
  },
  { name: 'batch', account: 'manager', path: ofFile, ready: '#batch-lines tbody tr' },
  {
    name: 'batch-give-up',
    account: 'manager',
    path: ofFile,
    ready: '#batch-lines tbody tr',
    open: async (page) => {
      await page.locator('main section button').first().click();
      await page.locator('[role=dialog]').waitFor();
    },
  },
  {
    name: 'batch-answer-refused',
    account: 'manager',
    path: ofFile,
    ready: '#batch-lines tbody tr',
    open: async (page) => {
      await bring(page, (lines) => lines.slice(0, -1));
      await page.locator('main [role=alert]').waitFor();
    },
  },
  {
    name: 'batch-difference',
    account: 'manager',
    path: ofFile,
    ready: '#batch-lines tbody tr',
    open: async (page) => {
      await bring(page, (lines) => lines);
      await page.locator('main section li').first().waitFor();
    },
  },
  {
    name: 'payment-in-batch-file',
    account: 'manager',
    path: ({ filed }) => `/payments/${filed}`,
    ready: 'main a[href^="/batches/"]',
  },
];

/** Brings what a batch manager could have made of the file: the first order carried out, the others declined. */
async function bring(page: Page, change: (lines: readonly string[]) => readonly string[]) {
  const [, fileId] = new URL(page.url()).pathname.split('/batches/');
  const text = await (await page.request.get(`/batch-files/${fileId}`)).text();
  const lines = text.trimEnd().split('\r\n');
  const answered = lines.map((line, index) => {
    if (index === 0 || index === lines.length - 1) return line;
    return `${line},${index === 1 ? 'OK,00000000' : 'FAILED,21500100'}`;
  });
  await page.locator('main input[type=file]').setInputFiles({
    name: 'answer.dat',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      change(answered)
        .map((line) => `${line}\r\n`)
        .join(''),
    ),
  });
}
