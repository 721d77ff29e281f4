import type { Screen } from './screen.ts';

const list = 'PayID;TransID;Date\nshort;x;1.2.2026\n;web-1;31.2.2026\n;web-2;1.2.2026\n';

/** The import of earlier payments: its lists, a new one with faults, one with its lines. */
export const importScreens: readonly Screen[] = [
  { name: 'imports', account: 'manager', path: '/imports', ready: 'main tbody tr' },
  { name: 'imports-no-access', account: 'service', path: '/imports', ready: 'main h1' },
  {
    name: 'import-new',
    account: 'manager',
    path: '/imports/new',
    ready: 'main textarea',
    open: async (page) => {
      await page.locator('main textarea').fill(list);
      await page.locator('main button[type=submit]').click();
      await page.locator('#import-preview').waitFor();
    },
  },
  {
    name: 'import-refused',
    account: 'admin',
    path: '/imports/new',
    ready: 'main textarea',
    open: async (page) => {
      await page.locator('main textarea').fill('a;b;c;d\n1;2;3;4\n');
      await page.locator('main button[type=submit]').click();
      await page.locator('[aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'import',
    account: 'manager',
    path: '/imports',
    ready: 'main tbody tr',
    open: async (page) => {
      await page.locator('main tbody a').first().click();
      await page.locator('#import-lines').waitFor();
      await page.locator('main tbody tr').first().waitFor();
    },
  },
];
