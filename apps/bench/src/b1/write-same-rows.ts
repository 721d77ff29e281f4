import pg from 'pg';

/** What a file writes while it is made: one operation, one fact and one changed payment for each line. */
const written = {
  operations: 'SELECT * FROM operations WHERE batch_file_id = $1',
  payment_events: `SELECT e.* FROM batch_rows r
    JOIN payment_events e ON e.merchant_id = r.merchant_id AND e.payment_id = r.payment_id
    WHERE r.file_id = $1 AND e.operation_id = r.operation_id AND e.type = 'operation-requested'`,
  payments: `SELECT p.* FROM payments p
    JOIN batch_rows r ON r.merchant_id = p.merchant_id AND r.payment_id = p.id WHERE r.file_id = $1`,
  batch_rows: 'SELECT * FROM batch_rows WHERE file_id = $1',
  audit_log: `SELECT a.* FROM audit_log a
    JOIN batch_files f ON f.merchant_id = a.merchant_id AND f.created_at = a.at WHERE f.id = $1`,
};

/** Milliseconds that PostgreSQL alone takes for these rows, into empty tables with the same indexes. */
export async function writeSameRows(ownerUrl: string, fileId: string): Promise<number> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    // What was just written has no statistics yet, and a plan without them is not a limit.
    await client.query('ANALYZE');
    await client.query('BEGIN');
    for (const table of Object.keys(written)) {
      await client.query(`CREATE TEMP TABLE same_${table} (LIKE ${table} INCLUDING ALL)`);
    }
    const started = performance.now();
    for (const [table, rows] of Object.entries(written)) {
      await client.query(`INSERT INTO same_${table} ${rows}`, [fileId]);
    }
    const took = performance.now() - started;
    await client.query('ROLLBACK');
    return took;
  } finally {
    await client.end();
  }
}
