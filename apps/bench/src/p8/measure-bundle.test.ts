import { buildDashboard } from 'paygate-bff/src/house/build-dashboard.ts';
import { beforeAll, expect, test } from 'vitest';
import { type Bundle, bundleLimits, measureBundle, type Piece } from './measure-bundle.ts';

let bundle: Bundle;

beforeAll(async () => {
  await buildDashboard(new AbortController().signal);
  bundle = measureBundle();
}, 600_000);

const named = (pieces: readonly Piece[]) => pieces.map(({ name, bytes }) => `${name} ${bytes}`);

test('what the page names is small enough for a first view', () => {
  const whole = bundle.first.reduce((sum, { bytes }) => sum + bytes, 0);

  expect(whole, named(bundle.first).join('\n')).toBeLessThanOrEqual(bundleLimits.first);
  expect(bundle.first.some(({ name }) => name.endsWith('.js'))).toBe(true);
  expect(bundle.first.some(({ name }) => name.endsWith('.css'))).toBe(true);
});

test('no screen adds a large piece', () => {
  const large = bundle.later.filter(({ bytes }) => bytes > bundleLimits.later);

  expect(named(large)).toEqual([]);
  expect(bundle.later.length).toBeGreaterThan(20);
});
