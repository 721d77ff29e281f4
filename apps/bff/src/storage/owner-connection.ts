import pg from 'pg';
import { StartError } from '../start-error.ts';

const OLDEST = 150_000;

/**
 * Opens one connection for start-up work and closes it afterwards, which also frees its locks.
 * Throws a StartError when the server cannot be reached or is older than PostgreSQL 15.
 */
export async function withOwner<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    application_name: 'paygate-desk start',
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    throw unreachable(url, error);
  }
  try {
    await refuseOldServer(client);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The role and the server a connection string leads to. Throws like `withOwner`. */
export async function roleBehind(url: string): Promise<string> {
  return withOwner(url, async (client) => {
    const { rows } = await client.query<{ role: string }>('SELECT current_user AS role');
    return rows[0]?.role ?? '';
  });
}

async function refuseOldServer(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ number: string; version: string }>(
    `SELECT current_setting('server_version_num') AS number, current_setting('server_version') AS version`,
  );
  const [found] = rows;
  if (found !== undefined && Number(found.number) >= OLDEST) return;
  throw new StartError(
    `DATABASE_URL leads to PostgreSQL ${found?.version ?? '?'}. Paygate Desk needs PostgreSQL 15 or newer.`,
  );
}

function unreachable(url: string, error: unknown): StartError {
  const { hostname, port, pathname, username } = new URL(url);
  const why = error instanceof Error ? error.message || error.name : String(error);
  return new StartError(
    `The database ${pathname.slice(1)} at ${hostname}:${port || '5432'} did not accept user ${username}: ${why}. ` +
      'Check DATABASE_URL and DATABASE_OWNER_URL, and that the server runs.',
    { cause: error },
  );
}
