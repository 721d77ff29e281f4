import { setTimeout as pause } from 'node:timers/promises';
import { startEmbeddedPostgres } from '../storage/embedded-postgres/start-embedded.ts';
import { migrate } from '../storage/migrate.ts';
import { isAlive } from '../storage/process-identity.ts';

/** Ways in which a database ends without a word. */
export const databaseDeaths = ['postmaster-killed', 'database-aborted'] as const;
type Death = (typeof databaseDeaths)[number];

const signals = { 'postmaster-killed': 'SIGKILL', 'database-aborted': 'SIGQUIT' } as const;
const POLL_MS = 10;

export type Cluster = Awaited<ReturnType<typeof startCluster>>;

/** A PostgreSQL server of one's own in `dataDir`, migrated, that can be made to crash. */
export async function startCluster(dataDir: string) {
  let server = await startEmbeddedPostgres(dataDir);
  await migrate(server.ownerUrl, 'desk_app');
  return {
    url: server.appUrl,
    /** Ends it on the spot and starts it again, which recovers what was committed. */
    crash: async (death: Death): Promise<void> => {
      const { pid } = server;
      process.kill(pid, signals[death]);
      while (isAlive(pid)) await pause(POLL_MS);
      server = await startEmbeddedPostgres(dataDir);
    },
    stop: () => server.stop(),
  };
}
