import type { Page } from '@playwright/test';
import type { Figure, Finding } from '../figure.ts';
import type { House } from '../house/house.ts';
import { ms, percentile } from '../percentile.ts';
import { burst } from './burst.ts';
import { measureDialog } from './measure-dialog.ts';
import { openBrowser, type Visit } from './open-browser.ts';
import { longest, type Watched, watchPage } from './watch-page.ts';

const FRAME_MS = 50;
const KEY_MS = 50;
const DIALOG_MS = 100;
const BURST_MS = 10_000;
const WHEEL_TURNS = 300;
const KEYS = 60;
/** What a person types; no payment is found by it. */
const TYPED = 'while-it-storms';

/** P9: scrolling, moving by key and opening a dialog over all payments; and a thousand events a second meanwhile. */
export const p9: Figure = {
  id: 'P9',
  title: 'in the browser',
  run: async ({ house }) => {
    const opened = await house();
    const visit = await openBrowser(opened);
    try {
      return [
        ...(await measureList(opened, visit)),
        await burstOn(opened, visit, '/payments', typing),
        await burstOn(opened, visit, '/payments/steps', typing),
        await burstOn(opened, visit, '/', tabbing),
        await burstOn(opened, visit, '/reports', tabbing),
      ];
    } finally {
      await visit.browser.close();
    }
  },
};

async function measureList({ payments }: House, visit: Visit): Promise<readonly Finding[]> {
  const page = await visit.open('/payments?sort=created');
  await page.locator('[role=row][data-index="5"]').hover();
  const scrolled = await watchPage(page, async () => {
    for (let turn = 0; turn < WHEEL_TURNS; turn += 1) {
      await page.mouse.wheel(0, 240);
      await page.waitForTimeout(16);
    }
  });
  await page.close();
  const top = await visit.open('/payments?sort=created');
  await top.locator('[role=row][data-index="1"]').focus();
  const moved = await watchPage(top, () => press(top, 'ArrowDown', KEYS));
  await top.close();
  const opening = await measureDialog(visit);
  const frames = `longest frame ${ms(longest(scrolled.frames))}, p99 ${ms(percentile(scrolled.frames, 99))}`;
  return [
    {
      of: `scrolling ${payments} payments, ${scrolled.frames.length} frames`,
      measured: frames,
      target: `≤ ${FRAME_MS} ms`,
      met: longest(scrolled.frames) <= FRAME_MS,
    },
    {
      of: `row moved by key, ${KEYS} times`,
      measured: `p95 ${ms(percentile(withinFrame(KEYS, moved.keys), 95))}, at most ${ms(longest(moved.keys))}`,
      target: `p95 ≤ ${KEY_MS} ms`,
      met: percentile(withinFrame(KEYS, moved.keys), 95) <= KEY_MS,
    },
    {
      of: `dialog opened by key, ${opening.length} times`,
      measured: `p50 ${ms(percentile(opening, 50))}, at most ${ms(longest(opening))}`,
      target: `≤ ${DIALOG_MS} ms`,
      met: longest(opening) <= DIALOG_MS,
    },
  ];
}

/** Somebody works on the page while a thousand payments a second change. */
async function burstOn(
  house: House,
  visit: Visit,
  path: string,
  work: (page: Page, done: () => boolean) => Promise<string>,
): Promise<Finding> {
  const page = await visit.open(path);
  let told = 0;
  let isOver = false;
  let kept = '';
  const watched = await watchPage(page, async () => {
    const storm = burst(house, BURST_MS).then((count) => {
      told = count;
      isOver = true;
    });
    kept = await work(page, () => isOver);
    await storm;
  });
  await page.close();
  return {
    of: `${path} while ${Math.round((told * 1000) / BURST_MS)} payments a second change`,
    measured: `${describe(watched)}${kept}`,
    target: `key ≤ ${4 * KEY_MS} ms, no letter lost`,
    met: longest(watched.keys) <= 4 * KEY_MS && !kept.includes('lost'),
  };
}

/** The browser names no key that was answered within a frame. */
const withinFrame = (count: number, keys: readonly number[]): readonly number[] => [
  ...keys,
  ...Array.from({ length: Math.max(0, count - keys.length) }, () => 16),
];

const describe = ({ frames, keys, tasks }: Watched): string =>
  [
    `longest frame ${ms(longest(frames))}`,
    `p99 ${ms(percentile(frames, 99))}`,
    `${tasks.length} tasks over 50 ms, longest ${ms(longest(tasks))}`,
    `key at most ${ms(longest(keys))}`,
  ].join(', ');

/** Moves through the rows, then types into the search box. */
async function typing(page: Page, done: () => boolean): Promise<string> {
  await page.locator('[role=row][data-index="1"]').focus();
  const half = performance.now() + BURST_MS / 2;
  while (performance.now() < half) await press(page, 'ArrowDown', 1);
  const box = page.getByRole('searchbox');
  await box.focus();
  await page.keyboard.type(TYPED, { delay: 120 });
  const kept = await box.inputValue();
  while (!done()) await page.waitForTimeout(50);
  return kept === TYPED ? ', every letter kept' : `, letters lost: ${kept}`;
}

async function tabbing(page: Page, done: () => boolean): Promise<string> {
  while (!done()) await press(page, 'Tab', 1);
  return '';
}

async function press(page: Page, key: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    await page.keyboard.press(key);
    await page.waitForTimeout(60);
  }
}
