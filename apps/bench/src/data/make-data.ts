import { totalmem } from 'node:os';
import pg from 'pg';
import { type Indexes, readIndexes } from './indexes.ts';
import { beginLoading, endLoading } from './loading-mark.ts';
import { insertPayments } from './payment-rows.ts';
import {
  insertNotes,
  insertOperations,
  insertReportHours,
  insertStepEvents,
  insertToldEvents,
} from './step-rows.ts';
import { addSums, type Sums } from './sums.ts';
import { type Say, timed } from './timed.ts';

/** How many payments, and which share of them, the newest, has its single steps. */
export type DataPlan = { readonly rows: number; readonly steps: number; readonly now: number };

const MB = 1024 ** 2;
const CHUNK = 250_000;
/** Two at a time: as many as the machine has cores. */
const AT_ONCE = 2;
const TWO_YEARS_MS = 730 * 24 * 3_600_000;
/** Of these two connections alone. The one that builds the search index is not helped: the other works as well. */
const SETTINGS = [
  'synchronous_commit=off',
  `maintenance_work_mem=${Math.min(2047, Math.floor(totalmem() / 10 / MB))}MB`,
  'max_parallel_maintenance_workers=0',
  'max_parallel_workers_per_gather=0',
  'work_mem=128MB',
  'jit=off',
];

/**
 * Fills an empty database with payments, set by set and past the product's own write path. Returns
 * the counts and sums as they were made. Throws when there are payments already, or when another
 * filling was stopped half way.
 */
export async function makeData(
  ownerUrl: string,
  plan: DataPlan,
  say: Say,
): Promise<readonly Sums[]> {
  const options = SETTINGS.map((setting) => `-c ${setting}`).join(' ');
  const pool = new pg.Pool({ connectionString: ownerUrl, max: AT_ONCE, options });
  // `end` does not wait for the server's side: a connection that it ends meanwhile was idle.
  pool.on('error', () => undefined);
  try {
    await beginLoading(pool);
    const indexes = await readIndexes(pool);
    for (const statement of indexes.drop) await pool.query(statement);
    const sums = await timed(say, 'payments', () => insertAll(pool, plan, say));
    await timed(say, 'steps, notes and indexes', () => complete(pool, plan, indexes, say));
    await endLoading(pool);
    return sums;
  } finally {
    await pool.end();
  }
}

async function insertAll(
  pool: pg.Pool,
  { rows: total, now }: DataPlan,
  say: Say,
): Promise<readonly Sums[]> {
  const starts = Array.from({ length: Math.ceil(total / CHUNK) }, (_, at) => at * CHUNK + 1);
  const parts: Sums[] = [];
  await inLanes(AT_ONCE, starts.values(), async (first) => {
    const last = Math.min(total, first + CHUNK - 1);
    const { rows } = await pool.query<Sums>(insertPayments, [
      ...[first, last, total],
      ...[new Date(now), now],
    ]);
    parts.push(...rows);
    if (last % 1_000_000 === 0) say(`${last / 1_000_000} M`);
  });
  return addSums(parts);
}

/** While one connection adds the steps, the other begins with the indexes of the payments. */
async function complete(
  pool: pg.Pool,
  plan: DataPlan,
  { ofPayments, ofSteps, foreign }: Indexes,
  say: Say,
): Promise<void> {
  const first = ofPayments.values();
  const create = ({ name, text }: { readonly name: string; readonly text: string }) =>
    timed(sayIfLong, name, () => pool.query(text));
  const sayIfLong: Say = (line) => {
    if (!/: 0\.\d s$/.test(line)) say(line);
  };
  const vacuum = pool.query('VACUUM payments');
  await Promise.all([
    vacuum.then(() => inLanes(1, first, create)),
    insertSteps(pool, plan, say)
      .then(() => vacuum)
      .then(() => inLanes(1, first, create)),
  ]);
  await inLanes(AT_ONCE, ofSteps.values(), create);
  // One after the other: each locks both of its tables.
  await inLanes(1, foreign.values(), create);
  await pool.query('VACUUM (ANALYZE) operations, payment_events, notes, report_hours');
  await pool.query('ANALYZE payments');
}

async function insertSteps(pool: pg.Pool, { steps, now }: DataPlan, say: Say): Promise<void> {
  const since = new Date(now - TWO_YEARS_MS * steps);
  await timed(say, 'operations', () => pool.query(insertOperations, [since, new Date(now)]));
  await timed(say, 'told events', () => pool.query(insertToldEvents, [since, new Date(now)]));
  await timed(say, 'events of steps', () => pool.query(insertStepEvents));
  await timed(say, 'notes', () => pool.query(insertNotes));
  await timed(say, 'report hours', () => pool.query(insertReportHours));
}

/** Works off what is waiting, so many at once; who shares the iterator shares the work. */
async function inLanes<T>(
  lanes: number,
  waiting: IteratorObject<T>,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const lane = async () => {
    for (let next = waiting.next(); next.done !== true; next = waiting.next()) {
      await work(next.value);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
