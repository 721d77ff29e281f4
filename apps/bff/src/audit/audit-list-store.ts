import type { Keyset } from '../keyset.ts';
import type { Sql } from '../storage/database.ts';
import type { AuditFilter, AuditLineView } from './audit-view.ts';

type Row = {
  readonly merchant_id: number;
  readonly seq: number;
  readonly at: Date;
  readonly actor_id: string | null;
  readonly actor_name: string | null;
  readonly action: string;
  readonly subject: string;
  readonly subject_name: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly hash: string;
};

/** A page of the log of these merchants, newest first; `after` names the line the last one ended at. */
export async function selectLines(
  sql: Sql,
  merchantIds: readonly number[],
  { actorId, action, subject, from, to }: AuditFilter,
  { after, limit }: { readonly after: Keyset | null; readonly limit: number },
): Promise<readonly AuditLineView[]> {
  const [merchant, seq] = after === null ? [null, null] : after.id.split(':').map(Number);
  const { rows } = await sql.query<Row>(
    `SELECT a.merchant_id, a.seq, a.at, a.actor_id, u.name AS actor_name, a.action, a.subject,
       a.details, encode(a.hash, 'hex') AS hash,
       coalesce(p.ref_nr, p.trans_id, s.name, c.label) AS subject_name
     FROM audit_log a
     LEFT JOIN users u ON u.id = a.actor_id
     LEFT JOIN payments p ON p.merchant_id = a.merchant_id AND p.id = ${idIn('payment')}
     LEFT JOIN users s ON s.id = ${idIn('user')}
     LEFT JOIN gateway_connections c ON c.merchant_id = a.merchant_id AND c.id = ${idIn('connection')}
     WHERE a.merchant_id = ANY($1)
       AND ($2::uuid IS NULL OR a.actor_id = $2) AND ($3::text IS NULL OR a.action = $3)
       AND ($4::text IS NULL OR a.subject = $4)
       AND ($5::date IS NULL OR a.at >= ($5::date)::timestamp AT TIME ZONE 'Europe/Zurich')
       AND ($6::date IS NULL OR a.at < ($6::date + 1)::timestamp AT TIME ZONE 'Europe/Zurich')
       AND ($7::timestamptz IS NULL OR (a.at, a.merchant_id, a.seq) < ($7, $8::int, $9::bigint))
     ORDER BY a.at DESC, a.merchant_id DESC, a.seq DESC LIMIT $10`,
    [
      merchantIds,
      actorId ?? null,
      action ?? null,
      subject ?? null,
      from ?? null,
      to ?? null,
      after === null ? null : new Date(after.at),
      merchant,
      seq,
      limit,
    ],
  );
  return rows.map((row) => ({
    merchantId: row.merchant_id,
    seq: row.seq,
    at: row.at.getTime(),
    by: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? row.actor_id },
    action: row.action,
    subject: row.subject,
    subjectName: row.subject_name,
    details: row.details,
    hash: row.hash,
  }));
}

/** The id in a subject of this kind, or null: a subject is text, and not every one holds an id. */
function idIn(kind: 'payment' | 'user' | 'connection'): string {
  return `CASE WHEN a.subject ~ '^${kind}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    THEN split_part(a.subject, ':', 2)::uuid END`;
}

/** Everybody who ever did something that was written down, by name. */
export async function selectActors(
  sql: Sql,
  merchantIds: readonly number[],
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  // Each actor is found by one step through the index, however long the log is.
  const { rows } = await sql.query<{ id: string; name: string }>(
    `SELECT u.id, u.name FROM users u WHERE EXISTS (
       SELECT 1 FROM audit_log a WHERE a.merchant_id = ANY($1) AND a.actor_id = u.id)
     ORDER BY u.name, u.id`,
    [merchantIds],
  );
  return rows;
}

/** Every action that occurs, read by jumping through the index from one to the next. */
export async function selectActions(
  sql: Sql,
  merchantIds: readonly number[],
): Promise<readonly string[]> {
  const { rows } = await sql.query<{ action: string }>(
    `WITH RECURSIVE found AS (
       SELECT merchant_id, (SELECT min(action) FROM audit_log a WHERE a.merchant_id = m.merchant_id) AS action
       FROM unnest($1::int[]) AS m (merchant_id)
       UNION ALL
       SELECT merchant_id, (SELECT min(action) FROM audit_log a
         WHERE a.merchant_id = found.merchant_id AND a.action > found.action)
       FROM found WHERE action IS NOT NULL
     ) SELECT DISTINCT action FROM found WHERE action IS NOT NULL ORDER BY action`,
    [merchantIds],
  );
  return rows.map(({ action }) => action);
}

/** The last line of each merchant that says what a verification found, newest first. */
export async function selectLastVerified(
  sql: Sql,
  merchantIds: readonly number[],
): Promise<
  readonly { readonly at: number; readonly lines: number; readonly fault: number | null }[]
> {
  const { rows } = await sql.query<{ at: Date; lines: number; fault: number | null }>(
    `SELECT last.at, last.lines, last.fault FROM unnest($1::int[]) AS m (merchant_id)
     CROSS JOIN LATERAL (
       SELECT at, (details ->> 'lines')::bigint AS lines, (details ->> 'fault')::bigint AS fault
       FROM audit_log a WHERE a.merchant_id = m.merchant_id AND action = 'audit-verified'
       ORDER BY at DESC, seq DESC LIMIT 1) last
     ORDER BY last.at DESC`,
    [merchantIds],
  );
  return rows.map(({ at, lines, fault }) => ({ at: at.getTime(), lines, fault }));
}

/** When the oldest line was written (ms UTC), or null. */
export async function selectStart(
  sql: Sql,
  merchantIds: readonly number[],
): Promise<number | null> {
  const { rows } = await sql.query<{ since: Date | null }>(
    'SELECT min(at) AS since FROM audit_log WHERE merchant_id = ANY($1)',
    [merchantIds],
  );
  return rows[0]?.since?.getTime() ?? null;
}
