import pg from 'pg';
import { StartError } from '../../start-error.ts';
import { SUPERUSER } from './create-cluster.ts';
import { type Passwords, socketUrl } from './passwords.ts';

export const OWNER = 'desk_owner';
export const APP = 'desk_app';
export const DATABASE = 'paygate_desk';

/** `invalid_password`: somebody else's server, or somebody else's password file. */
const WRONG_PASSWORD = '28P01';

/** Whether the server in `socketFolder` accepts us. Throws a StartError when it is not ours. */
export async function answers(socketFolder: string, superuserPassword: string): Promise<boolean> {
  const client = connection(socketFolder, superuserPassword);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === WRONG_PASSWORD) {
      throw new StartError(
        'The database in DATA_DIR does not accept the password kept in postgres-passwords.json. ' +
          'Restore that file, or set DATA_DIR to another folder.',
        { cause: error },
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Makes the two roles and the database where they are missing. */
export async function makeRoles(socketFolder: string, passwords: Passwords): Promise<void> {
  const client = connection(socketFolder, passwords.superuser);
  await client.connect();
  try {
    const known = await client.query<{ name: string }>(
      `SELECT rolname AS name FROM pg_roles UNION ALL SELECT datname FROM pg_database`,
    );
    const has = (wanted: string) => known.rows.some(({ name }) => name === wanted);
    for (const [role, password] of [
      [OWNER, passwords.owner],
      [APP, passwords.app],
    ] as const) {
      if (has(role)) continue;
      await client.query(`CREATE ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
    }
    if (!has(DATABASE)) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } finally {
    await client.end();
  }
}

function connection(socketFolder: string, password: string): pg.Client {
  const client = new pg.Client({
    connectionString: socketUrl(socketFolder, SUPERUSER, password, 'postgres'),
    connectionTimeoutMillis: 5000,
  });
  // A server that dies under an idle connection reports it here; the next query says so as well.
  client.on('error', () => undefined);
  return client;
}
