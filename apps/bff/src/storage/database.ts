import pg from 'pg';
import { prepareStatements } from './prepared.ts';

/** Anything that can run one SQL statement: a pool or one connection inside a transaction. */
export type Sql = Pick<pg.ClientBase, 'query'>;

/**
 * A pool for each kind of work, so that a flood of callbacks, lists or exports can never keep a capture from
 * its connection, nor a person from being recognized, which comes before every capture.
 */
export type Database = {
  readonly money: pg.Pool;
  readonly read: pg.Pool;
  readonly callback: pg.Pool;
  readonly session: pg.Pool;
  /** Reads whole tables: a statement may run as long as it must. */
  readonly export: pg.Pool;
  close(): Promise<void>;
};

const INT8 = 20;
const TIMESTAMPTZ = 1184;

pg.types.setTypeParser(INT8, (text) => {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} is not a safe integer`);
  return value;
});
pg.types.setTypeParser(TIMESTAMPTZ, (text) => (text === 'infinity' ? null : new Date(text)));

const LIMITS = [
  'statement_timeout=5000',
  'lock_timeout=2000',
  'idle_in_transaction_session_timeout=10000',
  'plan_cache_mode=force_custom_plan',
  'timezone=UTC',
];

/** Few statements, each run all day for single rows: their plans are kept, prepared. */
const SHORT_STEPS = ['plan_cache_mode=auto'];

/** A reader waits for its file to be stored; what it reads can be larger than a page of a list. */
const LONG_READS = [
  'statement_timeout=0',
  'idle_in_transaction_session_timeout=600000',
  'work_mem=32MB',
];

/** Opens the pools on `url` (a PostgreSQL connection string). `timestamptz` becomes a `Date`, `infinity` becomes null. */
export function openDatabase(url: string): Database {
  const pool = (max: number, name: string, unlike: readonly string[] = []): pg.Pool => {
    const options = [...LIMITS, ...unlike].map((setting) => `-c ${setting}`).join(' ');
    const opened = new pg.Pool({
      connectionString: url,
      max,
      options,
      application_name: `paygate-desk ${name}`,
      connectionTimeoutMillis: 5000,
    });
    // An idle connection that dies is replaced on next use; without a listener Node would stop.
    opened.on('error', () => undefined);
    // The same for one that dies in the hands of a transaction, whose query fails anyway.
    opened.on('connect', (client) => {
      client.on('error', () => undefined);
      if (unlike === SHORT_STEPS) prepareStatements(client);
    });
    return opened;
  };
  const money = pool(5, 'money', SHORT_STEPS);
  const read = pool(10, 'read');
  const callback = pool(3, 'callback', SHORT_STEPS);
  const session = pool(3, 'session', SHORT_STEPS);
  const exports = pool(4, 'export', LONG_READS);
  return {
    money,
    read,
    callback,
    session,
    export: exports,
    close: async () => {
      await Promise.all([money, read, callback, session, exports].map((opened) => opened.end()));
    },
  };
}

/** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. */
export async function inTransaction<T>(pool: pg.Pool, work: (sql: Sql) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch((reason: unknown) => {
      broken = reason instanceof Error ? reason : new Error(String(reason));
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
