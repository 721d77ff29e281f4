import type { Page } from '@playwright/test';

/** Holds back what the server answers to a procedure, until the function this resolves to is called. */
export async function holdBack(page: Page, procedure: string): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(`**/trpc/${procedure}*`, async (route) => {
    await released;
    await route.fallback();
  });
  return release;
}
