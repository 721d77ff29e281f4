import type { Figure } from '../figure.ts';
import { ms, percentile } from '../percentile.ts';
import { type CaptureTimes, measureCaptures } from './measure-captures.ts';

const MEDIAN_MS = 15;
const SLOW_MS = 40;
const CAPTURES = 300;

/** P6: from the click to the recorded result over HTTP, without the time the gateway took. */
export const p6: Figure = {
  id: 'P6',
  title: 'capture, click to result',
  run: async ({ house }) => {
    const opened = await house();
    const times = await measureCaptures(opened, CAPTURES);
    const line = (of: (time: CaptureTimes) => number) => {
      const values = times.map(of);
      return { p50: percentile(values, 50), p95: percentile(values, 95), text: show(values) };
    };
    const own = line(({ whole, inquiry, send }) => whole - inquiry - send);
    return [
      {
        of: `gateway time excluded, ${times.length} captures among ${opened.payments} payments`,
        measured: own.text,
        target: `p50 ≤ ${MEDIAN_MS} ms, p95 ≤ ${SLOW_MS} ms`,
        met: own.p50 <= MEDIAN_MS && own.p95 <= SLOW_MS,
      },
      shown('the inquiry before it, at the simulator', line(({ inquiry }) => inquiry).text),
      shown('the request itself, at the simulator', line(({ send }) => send).text),
      shown('all of it', line(({ whole }) => whole).text),
    ];
  },
};

const show = (values: readonly number[]): string =>
  `p50 ${ms(percentile(values, 50))}, p95 ${ms(percentile(values, 95))}`;

const shown = (of: string, measured: string) => ({
  of,
  measured,
  target: 'shown only',
  met: null,
});
