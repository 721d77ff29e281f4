import type { Browser, Page } from '@playwright/test';
import type { Account } from '../desk/account.ts';
import { signInCookie } from '../desk/api.ts';
import type { Made } from './made.ts';
import type { Screen } from './screen.ts';

/** How a screen is looked at. `pseudo`: every text of the catalog stands in ⟦…⟧. */
export type Look = {
  readonly width: 1280 | 320;
  readonly scheme: 'light' | 'dark';
  readonly lang: 'en' | 'de' | 'pseudo';
};
/** Opens one screen in a browser context of its own, which the caller closes. */
export type ShowScreen = (screen: Screen, look: Look) => Promise<Page>;

const heights = { 1280: 800, 320: 640 } as const;

/** Binds screens to a running product; each account signs in once. */
export function createShowScreen(browser: Browser, deskUrl: string, made: Made): ShowScreen {
  const cookies = new Map<Account, Promise<string>>();
  const cookieOf = (account: Account): Promise<string> => {
    const known = cookies.get(account) ?? signInCookie(deskUrl, account);
    cookies.set(account, known);
    return known;
  };
  return async ({ account, path, ready, open }, { lang, scheme, width }) => {
    const context = await browser.newContext({
      baseURL: deskUrl,
      colorScheme: scheme,
      locale: 'en-CH',
      viewport: { width, height: heights[width] },
      reducedMotion: 'reduce',
    });
    if (account !== null) {
      const [name = '', value = ''] = (await cookieOf(account)).split('=');
      await context.addCookies([{ name, value, url: deskUrl }]);
    }
    await context.addInitScript(`localStorage.setItem('desk.lang', '${lang}')`);
    const page = await context.newPage();
    await page.goto(typeof path === 'string' ? path : path(made));
    await page.locator(ready).first().waitFor();
    await open?.(page);
    return page;
  };
}
