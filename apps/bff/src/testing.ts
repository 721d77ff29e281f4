import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import type { Clock } from './clock.ts';
import type { Deps } from './deps.ts';
import { readEnv } from './env.ts';
import { createSecrets } from './secrets.ts';
import type { Database } from './storage/database.ts';

/** A clock that stands still until the test moves it: business and wall time in milliseconds. */
export function standingClock(at: number): Clock & { move(ms: number): void } {
  let time = at;
  return {
    now: () => time,
    wall: () => time,
    move: (ms) => {
      time += ms;
    },
  };
}

/** What a use case needs, around a test's database. `settings` are environment variables. */
export function testDeps(
  database: Database,
  clock: Clock,
  settings: Readonly<Record<string, string>> = {},
): Deps {
  return {
    env: readEnv(settings),
    clock,
    database,
    log: pino({ level: 'silent' }),
    secrets: createSecrets(randomBytes(32)),
    live: {
      subscribe: () => () => undefined,
      publish: () => undefined,
      close: async () => undefined,
    },
  };
}
