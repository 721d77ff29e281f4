import { buildDashboard } from 'paygate-bff/src/house/build-dashboard.ts';
import type { Figure } from '../figure.ts';
import { bundleLimits, measureBundle } from './measure-bundle.ts';

const kilobytes = (bytes: number): number => bytes / 1000;

/** P8: what a browser loads before the first screen, and the largest piece that a screen adds. */
export const p8: Figure = {
  id: 'P8',
  title: 'JavaScript and CSS, brotli',
  run: async () => {
    await buildDashboard(new AbortController().signal);
    const { first, later } = measureBundle();
    const whole = first.reduce((sum, { bytes }) => sum + bytes, 0);
    const [largest = { name: 'none', bytes: 0 }] = later;
    return [
      {
        of: `first view, ${first.length} files`,
        measured: `${kilobytes(whole).toFixed(1)} KB`,
        target: `≤ ${kilobytes(bundleLimits.first)} KB`,
        met: whole <= bundleLimits.first,
      },
      {
        of: `largest of ${later.length} later pieces, ${largest.name}`,
        measured: `${kilobytes(largest.bytes).toFixed(1)} KB`,
        target: `≤ ${kilobytes(bundleLimits.later)} KB`,
        met: largest.bytes <= bundleLimits.later,
      },
    ];
  },
};
