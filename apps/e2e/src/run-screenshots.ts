import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { signInApi } from './desk/api.ts';
import { createControl } from './desk/control.ts';
import { demoDesk } from './desk/demo.ts';
import { startDesk } from './desk/start-desk.ts';
import { findBrowser } from './runner/find-browser.ts';
import { makeForScreens } from './screens/made.ts';
import type { Screen } from './screens/screen.ts';
import { screens } from './screens/screens.ts';
import { createShowScreen, type ShowScreen } from './screens/show-screen.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, '.screenshots');
const readmePicture = join(root, 'docs/payments.png');
/** Long lists are cut here; what is below looks like what is above. */
const tallest = 2_400;

/** Takes every screen, light and dark, wide and narrow, in English and German, and the README's picture. */
async function main(): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const desk = await startDesk(demoDesk);
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  try {
    const manager = await signInApi(desk.url, 'manager');
    const admin = await signInApi(desk.url, 'admin');
    const control = createControl(desk.simulatorUrl, desk.url);
    const made = await makeForScreens(control, manager, admin);
    const show = createShowScreen(browser, desk.url, made);
    for (const screen of screens) await takeScreen(show, screen);
    copyFileSync(join(folder, 'en', 'payments-1280-light.png'), readmePicture);
  } finally {
    await browser.close();
    await desk.stop();
  }
}

async function takeScreen(show: ShowScreen, screen: Screen): Promise<void> {
  for (const lang of ['en', 'de'] as const) {
    mkdirSync(join(folder, lang), { recursive: true });
    for (const width of [1280, 320] as const) {
      const page = await show(screen, { width, scheme: 'light', lang });
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        await takePicture(page, join(folder, lang, `${screen.name}-${width}-${scheme}.png`));
      }
      await page.context().close();
    }
  }
  process.stdout.write(`${screen.name}\n`);
}

/** The whole page, or the whole dialog: a window as tall as what stands in it. */
async function takePicture(page: Page, path: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1280, height: 800 };
  const hidden = await page.evaluate(async () => {
    await document.fonts.ready;
    scrollTo(0, 0);
    const dialog = document.querySelector('[role=dialog], [role=alertdialog]');
    const box = dialog?.parentElement ?? document.documentElement;
    return box.scrollHeight - box.clientHeight;
  });
  await page.setViewportSize({ width, height: Math.min(height + hidden, tallest) });
  await page.screenshot({ path });
  await page.setViewportSize({ width, height });
}

await main();
