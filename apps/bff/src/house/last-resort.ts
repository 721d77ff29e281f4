import type { Logger } from 'pino';

/**
 * Whatever nobody expected ends this process: something may be in a state nobody thought of, so a
 * fresh start is safer. What was under way is in the database, and every other process goes on.
 */
export function watchForTheUnexpected(
  process: Pick<NodeJS.EventEmitter, 'on'>,
  log: Pick<Logger, 'fatal'>,
  leave: () => void,
): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, event);
      leave();
    });
  }
}
