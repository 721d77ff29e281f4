import type pg from 'pg';

/** Stands in a database from the first change of a filling to its last. */
const MARK = 'bench-data-loading';
/** The product's own mark: no demo payments are to be added. */
const SEEDED = 'demo-seeded';

/** Marks a database as half filled. Throws where it has payments already, or was left half filled. */
export async function beginLoading(pool: pg.Pool): Promise<void> {
  const { rowCount: left } = await pool.query('SELECT 1 FROM leases WHERE name = $1', [MARK]);
  if (left !== 0) {
    throw new Error('Filling this database was stopped half way. Give another, empty one.');
  }
  const { rowCount: filled } = await pool.query('SELECT 1 FROM payments LIMIT 1');
  if (filled !== 0) {
    throw new Error('This database has payments already. Give an empty one.');
  }
  await insertLease(pool, MARK);
}

/** Takes the mark away: the database is complete. */
export async function endLoading(pool: pg.Pool): Promise<void> {
  await insertLease(pool, SEEDED);
  await pool.query('DELETE FROM leases WHERE name = $1', [MARK]);
}

async function insertLease(pool: pg.Pool, name: string): Promise<void> {
  await pool.query(
    `INSERT INTO leases (name, holder, until) VALUES ($1, gen_random_uuid(), 'infinity')
     ON CONFLICT DO NOTHING`,
    [name],
  );
}
