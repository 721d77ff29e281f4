import type { Page } from '@playwright/test';
import type { Visit } from './open-browser.ts';

const OPENINGS = 6;

/** How long each opening of the capture dialog took, from the key to the frame that shows its form, ms. */
export async function measureDialog(visit: Visit): Promise<readonly number[]> {
  const page = await visit.open('/payments?status=authorized&sort=captureBy&order=desc');
  await page.locator('[role=row][data-index="1"]').focus();
  await openOnce(page);
  const took: number[] = [];
  for (let opening = 0; opening < OPENINGS; opening += 1) {
    await page.keyboard.press('ArrowDown');
    took.push(await openOnce(page));
  }
  await page.close();
  return took;
}

/** The very first opening fetches the piece of the program that it needs, and is not counted. */
async function openOnce(page: Page): Promise<number> {
  const shown = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let pressed = 0;
        addEventListener('keydown', ({ timeStamp }) => (pressed = timeStamp), {
          capture: true,
          once: true,
        });
        const look = () => {
          const isShown = document.querySelector('[role=dialog] form input') !== null;
          if (isShown) requestAnimationFrame((now) => resolve(now - pressed));
          else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.waitForTimeout(200);
  await page.keyboard.press('c');
  const took = await shown;
  await page.keyboard.press('Escape');
  await page.locator('[role=dialog]').waitFor({ state: 'detached' });
  await page.waitForTimeout(300);
  return took;
}
