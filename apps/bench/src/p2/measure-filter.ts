import type { House } from '../house/house.ts';
import { percentile } from '../percentile.ts';
import { forgetCaches } from './forget-caches.ts';
import { recordStatements, type Statement } from './record-statements.ts';

/** Milliseconds of a page: over HTTP, and the same SQL through `pg` alone. */
export type FilterTimes = {
  readonly p50: number;
  readonly p95: number;
  readonly sql50: number;
  readonly sql95: number;
  /** The first page after the caches were emptied; null where they could not be. */
  readonly cold: number | null;
  readonly sqlCold: number | null;
};

const WARM_UP = 5;
const ROUNDS = 60;

/** A page of one filter, in turn over HTTP and through `pg`, so that both meet the same weather. */
export async function measureFilter(house: House, input: object): Promise<FilterTimes> {
  const list = () => house.manager.query('payments.list', input);
  const statements = await recordStatements(house, input);
  const replay = () => runAll(house, statements);

  const cold = (await forgetCaches(house)) ? await time(list) : null;
  const sqlCold = (await forgetCaches(house)) ? await time(replay) : null;
  const http: number[] = [];
  const sql: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const one = await time(list);
    const other = await time(replay);
    if (round < WARM_UP) continue;
    http.push(one);
    sql.push(other);
  }
  return {
    p50: percentile(http, 50),
    p95: percentile(http, 95),
    sql50: percentile(sql, 50),
    sql95: percentile(sql, 95),
    cold,
    sqlCold,
  };
}

async function runAll({ deps }: House, statements: readonly Statement[]): Promise<void> {
  for (const statement of statements) await deps.database.read.query(statement);
}

async function time(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
