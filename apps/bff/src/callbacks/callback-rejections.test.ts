import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { Deps } from '../deps.ts';
import { keepRejections } from './callback-rejections.ts';

test('N09 a flood of junk is a handful of lines in the log, and the next minute says how many more', () => {
  const lines: { why: string; omitted: number }[] = [];
  const log = pino({}, { write: (line: string) => lines.push(JSON.parse(line)) });
  let wall = 0;
  const clock = { now: () => wall, wall: () => wall };
  // What nobody's address was called with is counted and logged, never stored.
  const rejections = keepRejections({ clock, log, database: {} as Deps['database'] });
  const junk = { connection: null, kind: 'notify', message: 'x' } as const;

  for (let at = 0; at < 30_000; at += 1) rejections.count('unknown-connection', junk);
  expect(lines).toHaveLength(10);
  rejections.count('mac-wrong', junk);
  wall = 60_000;
  rejections.count('unknown-connection', junk);

  expect(lines.slice(10)).toMatchObject([
    { why: 'mac-wrong', omitted: 0 },
    { why: 'unknown-connection', omitted: 29_990 },
  ]);
});
