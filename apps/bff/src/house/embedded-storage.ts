import type { Logger } from 'pino';
import type { Env } from '../env.ts';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../storage/embedded-postgres/start-embedded.ts';
import { isAlive } from '../storage/process-identity.ts';
import type { Closers } from './closers.ts';

const LOOK_EVERY_MS = 1000;

/**
 * Runs the embedded PostgreSQL and starts it again should it die: its addresses stay the same, so
 * everything that lost its connection finds it again.
 */
export async function keepEmbedded(
  { dataDir }: Env,
  log: Logger,
  closers: Closers,
): Promise<Pick<EmbeddedPostgres, 'appUrl' | 'ownerUrl'>> {
  let server = await startEmbeddedPostgres(dataDir);
  let reviving: Promise<void> | null = null;

  const revive = async () => {
    log.error({ pid: server.pid }, 'PostgreSQL ended and is started again');
    try {
      server = await startEmbeddedPostgres(dataDir);
    } catch (error) {
      log.error({ err: error }, 'PostgreSQL did not come back');
    } finally {
      reviving = null;
    }
  };
  const timer = setInterval(() => {
    if (reviving === null && !isAlive(server.pid)) reviving = revive();
  }, LOOK_EVERY_MS);
  timer.unref();
  await closers.add('PostgreSQL', async () => {
    clearInterval(timer);
    await reviving;
    await server.stop();
  });
  return server;
}
