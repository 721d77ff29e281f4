import type pg from 'pg';

/** Facts and the audit log are added to, never changed, not even by our own mistake. */
const APPEND_ONLY = [
  'payment_events',
  'audit_log',
  'batch_contents',
  'batch_rows',
  'batch_answers',
];
/** The end of each chain, a file and its number move on and never go away. */
const KEPT = ['audit_heads', 'batch_counters', 'batch_files'];
/** The bytes of a file that was made never change; they only go. */
const IMMUTABLE = ['export_chunks', 'uploads'];
const READ_ONLY = ['schema_migrations'];

/** Lets the application's role do what it must on every table and view, and no more. Nothing to do for the owner. */
export async function grantToApp(client: pg.Client, appRole: string): Promise<void> {
  const { rows } = await client.query<{ name: string; same: boolean; isView: boolean }>(
    `SELECT tablename AS name, tableowner = $1 AS same, false AS "isView" FROM pg_tables
      WHERE schemaname = current_schema()
     UNION ALL
     SELECT viewname, viewowner = $1, true FROM pg_views WHERE schemaname = current_schema()
     ORDER BY name`,
    [appRole],
  );
  if (rows.every(({ same }) => same)) return;
  const role = client.escapeIdentifier(appRole);
  await client.query('BEGIN');
  await client.query(`GRANT USAGE ON SCHEMA ${await currentSchema(client)} TO ${role}`);
  for (const { name, isView } of rows) {
    const table = client.escapeIdentifier(name);
    await client.query(`REVOKE ALL ON ${table} FROM ${role}`);
    await client.query(`GRANT ${isView ? 'SELECT' : rightsOn(name)} ON ${table} TO ${role}`);
  }
  await client.query('COMMIT');
}

function rightsOn(table: string): string {
  if (READ_ONLY.includes(table)) return 'SELECT';
  if (APPEND_ONLY.includes(table)) return 'SELECT, INSERT';
  if (IMMUTABLE.includes(table)) return 'SELECT, INSERT, DELETE';
  if (KEPT.includes(table)) return 'SELECT, INSERT, UPDATE';
  return 'SELECT, INSERT, UPDATE, DELETE';
}

async function currentSchema(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>('SELECT current_schema() AS name');
  return client.escapeIdentifier(rows[0]?.name ?? 'public');
}
