import type { Logger } from 'pino';
import type { Clock } from './clock.ts';
import type { Env } from './env.ts';
import type { LiveHub } from './live/live-hub.ts';
import type { Secrets } from './secrets.ts';
import type { Database } from './storage/database.ts';

/** What a use case may reach for. Assembled once in `main.ts`, passed as the first argument. */
export type Deps = {
  readonly env: Env;
  readonly clock: Clock;
  readonly database: Database;
  readonly log: Logger;
  readonly secrets: Secrets;
  readonly live: LiveHub;
};
