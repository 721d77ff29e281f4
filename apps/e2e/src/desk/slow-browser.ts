import type { Browser, BrowserContext, Page } from '@playwright/test';
import { readEnv } from '../env.ts';

/**
 * Makes every page of a browser slow where the environment asks for it, to find what only works because
 * answers come at once. `E2E_SLOW` is a seed: each answer to a page comes 100 to 1,500 ms later, by chance,
 * so that they overtake one another; events of the live line do not. `E2E_CPU` divides the processor.
 */
export function slowDown(browser: Browser): void {
  const seed = Number(readEnv('E2E_SLOW') ?? 0);
  const rate = Number(readEnv('E2E_CPU') ?? 1);
  if (seed === 0 && rate === 1) return;
  const newContext = browser.newContext.bind(browser);
  browser.newContext = async (options) => {
    const context = await newContext(options);
    if (seed !== 0) await context.addInitScript(slowAnswers, seed);
    if (rate !== 1) context.on('page', (page) => void throttle(context, page, rate));
    return context;
  };
}

/** A page that is closed already is as slow as can be. */
async function throttle(context: BrowserContext, page: Page, rate: number): Promise<void> {
  try {
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate });
  } catch {
    return;
  }
}

/** Runs in the page. Half of the calls leave late, the others come back late. */
function slowAnswers(seed: number): void {
  let state = seed * 7_919 + window.location.pathname.length;
  const chance = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pause = (ms: number, signal: AbortSignal | null | undefined) =>
    new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, ms);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        reject(signal.reason);
      });
    });
  const send = window.fetch.bind(window);
  window.fetch = async (input, init) => {
    const ms = 100 + chance() * 1_400;
    const isBefore = chance() < 0.5;
    if (isBefore) await pause(ms, init?.signal);
    const answer = await send(input, init);
    if (!isBefore) await pause(ms, init?.signal);
    return answer;
  };
}
