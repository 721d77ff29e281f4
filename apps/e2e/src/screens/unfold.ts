import type { Page } from '@playwright/test';

/** Opens what a narrow screen folds away above a list. */
export async function unfold(page: Page): Promise<void> {
  const fold = page.locator('main details[class*=fold]:not([open]) > summary');
  if ((await fold.count()) > 0) await fold.click();
}
