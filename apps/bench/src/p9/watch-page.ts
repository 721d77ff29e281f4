import type { Page } from '@playwright/test';

/** What a page showed of its own slowness, ms each. */
export type Watched = {
  /** From one frame to the next. */
  readonly frames: readonly number[];
  /** Work that kept the page from everything else for more than 50 ms. */
  readonly tasks: readonly number[];
  /** From a key to the frame that shows what it did; those within a frame are not told apart. */
  readonly keys: readonly number[];
};

type Watching = { frames: number[]; tasks: number[]; keys: number[]; isOver: boolean };
declare global {
  var benchWatching: Watching | undefined;
}

/** Watches what the page does while `work` is done, with what the browser itself measures. */
export async function watchPage(page: Page, work: () => Promise<unknown>): Promise<Watched> {
  await page.evaluate(() => {
    const watching: Watching = { frames: [], tasks: [], keys: [], isOver: false };
    globalThis.benchWatching = watching;
    let last = performance.now();
    const frame = (now: number) => {
      watching.frames.push(now - last);
      last = now;
      if (!watching.isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watching.tasks.push(duration);
    }).observe({ type: 'longtask' });
    new PerformanceObserver((list) => {
      for (const { duration, name } of list.getEntries()) {
        if (name === 'keydown') watching.keys.push(duration);
      }
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
  await work();
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const { frames, keys, tasks } = globalThis.benchWatching ?? { frames: [], tasks: [], keys: [] };
    if (globalThis.benchWatching !== undefined) globalThis.benchWatching.isOver = true;
    return { frames: frames.slice(1), keys, tasks };
  });
}

/** The longest of them; 0 of none. */
export const longest = (values: readonly number[]): number => Math.max(0, ...values);
