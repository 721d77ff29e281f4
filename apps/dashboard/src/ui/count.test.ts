import { expect, it } from 'vitest';
import { formatBytes, formatCount } from './count.ts';

it.each([
  [0, '0'],
  [999, '999'],
  [12_480, '12’480'],
  [1_048_576, '1’048’576'],
])('groups %d as %s', (count, text) => {
  expect(formatCount(count)).toBe(text);
});

it.each([
  [0, '1.0 KB'],
  [12_345, '12 KB'],
  [3_140_000, '3.1 MB'],
  [999_999, '1000 KB'],
  [4_294_967_296, '4.3 GB'],
])('shows %d bytes as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
