import { type Browser, chromium, type Page } from '@playwright/test';
import { browserPath } from '../env.ts';
import type { House } from '../house/house.ts';

/** A browser in which the manager is signed in. */
export type Visit = { readonly browser: Browser; open(path: string): Promise<Page> };

const ready = 'main :is([role=row][data-index="9"], table:not([role]))';

/** Opens a browser as wide as an office screen; every page is one of its own. */
export async function openBrowser({ desk, manager }: House): Promise<Visit> {
  const browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] });
  const context = await browser.newContext({
    baseURL: desk.url,
    viewport: { width: 1280, height: 800 },
  });
  const [name = '', value = ''] = manager.cookie.split('=');
  await context.addCookies([{ name, value, url: desk.url }]);
  return {
    browser,
    open: async (path) => {
      const page = await context.newPage();
      await page.goto(path);
      await page.locator(ready).filter({ visible: true }).first().waitFor();
      return page;
    },
  };
}
