import { chromium } from '@playwright/test';

const { PLAYWRIGHT_CHROMIUM: named } = process.env;

/** The Chromium named by `PLAYWRIGHT_CHROMIUM`, else the one that Playwright installs. */
export const browserPath = (): string => named ?? chromium.executablePath();
