import pg from 'pg';
import { readIndexes } from './indexes.ts';
import { insertPayments } from './payment-rows.ts';
import {
  insertNotes,
  insertOperations,
  insertReportHours,
  insertStepEvents,
  insertToldEvents,
} from './step-rows.ts';
import { addSums, type Sums } from './sums.ts';

/** How many payments, and which share of them, the newest, has its single steps. */
export type DataPlan = { readonly rows: number; readonly steps: number; readonly now: number };

const CHUNK = 250_000;
/** Two at a time: as many as the machine has cores. */
const AT_ONCE = 2;
const TWO_YEARS_MS = 730 * 24 * 3_600_000;
const SETTINGS = [
  'synchronous_commit=off',
  'maintenance_work_mem=1GB',
  'max_parallel_maintenance_workers=2',
  'work_mem=128MB',
  'jit=off',
];

/**
 * Fills an empty database with payments, set by set and past the product's own write path. Returns
 * the counts and sums as they were made. Throws when there are payments already.
 */
export async function makeData(
  ownerUrl: string,
  { rows, steps, now }: DataPlan,
  say: (line: string) => void,
): Promise<readonly Sums[]> {
  const options = SETTINGS.map((setting) => `-c ${setting}`).join(' ');
  const pool = new pg.Pool({ connectionString: ownerUrl, max: AT_ONCE, options });
  try {
    const indexes = await readIndexes(pool);
    await refuseFilled(pool);
    for (const statement of indexes.drop) await pool.query(statement);
    const sums = await insertAll(pool, rows, new Date(now), say);
    say('payments inserted');
    const since = new Date(now - TWO_YEARS_MS * steps);
    for (const statement of [insertOperations, insertToldEvents]) {
      await pool.query(statement, [since, new Date(now)]);
    }
    await pool.query(insertStepEvents);
    await pool.query(insertNotes);
    say('steps and notes inserted');
    await inTurn(indexes.create, (statement) => createOne(pool, statement));
    say('indexes created');
    await pool.query(insertReportHours);
    await pool.query('VACUUM (ANALYZE) payments, operations, payment_events, notes, report_hours');
    await pool.query(
      `INSERT INTO leases (name, holder, until) VALUES ('demo-seeded', gen_random_uuid(), 'infinity')
       ON CONFLICT DO NOTHING`,
    );
    return sums;
  } finally {
    await pool.end();
  }
}

async function refuseFilled(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query('SELECT 1 FROM payments LIMIT 1');
  if (rows.length === 0) return;
  throw new Error('This database has payments already. Give an empty one.');
}

async function insertAll(
  pool: pg.Pool,
  total: number,
  now: Date,
  say: (line: string) => void,
): Promise<readonly Sums[]> {
  const starts = Array.from({ length: Math.ceil(total / CHUNK) }, (_, at) => at * CHUNK + 1);
  const parts: Sums[] = [];
  await inTurn(starts, async (first) => {
    const last = Math.min(total, first + CHUNK - 1);
    const { rows } = await pool.query<Sums>(insertPayments, [first, last, total, now]);
    parts.push(...rows);
    if (last % 1_000_000 === 0) say(`${last / 1_000_000} M`);
  });
  return addSums(parts);
}

/** An index, or a key that a table must have before another may refer to it. */
async function createOne(pool: pg.Pool, statement: string): Promise<void> {
  await pool.query(statement);
}

async function inTurn<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const worker = async () => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
