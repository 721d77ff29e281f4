import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { watchForTheUnexpected } from './last-resort.ts';

test.each(['uncaughtException', 'unhandledRejection'])(
  'C07: %s is written down and ends the process',
  (event) => {
    const process = new EventEmitter();
    const told: unknown[] = [];
    let left = 0;
    watchForTheUnexpected(process, { fatal: (what: unknown) => told.push(what) }, () => {
      left += 1;
    });

    process.emit(event, new Error('nobody expected this'));

    expect(left).toBe(1);
    expect(told).toEqual([{ err: new Error('nobody expected this') }]);
  },
);
