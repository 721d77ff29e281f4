import type { ClaimWish } from '../storage/claim.ts';
import type { Sql } from '../storage/database.ts';
import type { HistoryImport, ImportClaim, ImportLine } from './import.ts';

type Wish = Omit<ClaimWish, 'now' | 'limit'>;

/**
 * Claims one import that is due and nobody works on, all in wall time. Of those over one connection
 * only the oldest: its gateway is asked at the pace of one import, however many there are.
 */
export async function claimImport(sql: Sql, { wall, leaseMs }: Wish): Promise<ImportClaim | null> {
  const { rows } = await sql.query<ImportClaim>(
    `UPDATE history_imports SET attempt = attempt + 1, lease_until = $2
     WHERE (merchant_id, id) IN (SELECT i.merchant_id, i.id FROM history_imports i
       WHERE i.due_at <= $1 AND (i.lease_until IS NULL OR i.lease_until < $1)
         AND NOT EXISTS (SELECT 1 FROM history_imports older
           WHERE older.merchant_id = i.merchant_id AND older.connection_id = i.connection_id
             AND older.state = 'running' AND (older.created_at, older.id) < (i.created_at, i.id))
       ORDER BY i.due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING id, merchant_id AS "merchantId", connection_id AS "connectionId",
       per_second AS "perSecond", attempt`,
    [new Date(wall), new Date(wall + leaseMs)],
  );
  return rows[0] ?? null;
}

/** The line to ask about next; `held` is false once the import was paused, stopped or taken over. */
export type NextLine =
  | { readonly held: false }
  | {
      readonly held: true;
      readonly perSecond: number;
      readonly line: Pick<ImportLine, 'line' | 'payId' | 'transId' | 'authorizedAt'> | null;
    };

/** Prolongs the lease and answers the next line that waits. */
export async function nextLine(
  sql: Sql,
  { merchantId, id, attempt }: ImportClaim,
  leaseUntil: number,
): Promise<NextLine> {
  const { rows } = await sql.query<{
    perSecond: number;
    line: number | null;
    payId: string | null;
    transId: string | null;
    authorizedAt: Date | null;
  }>(
    `WITH held AS (
       UPDATE history_imports SET lease_until = $4
       WHERE merchant_id = $1 AND id = $2 AND attempt = $3 AND state = 'running' RETURNING per_second)
     SELECT held.per_second AS "perSecond", l.line, l.pay_id AS "payId", l.trans_id AS "transId",
       l.authorized_at AS "authorizedAt"
     FROM held LEFT JOIN LATERAL (SELECT * FROM history_import_lines
       WHERE merchant_id = $1 AND import_id = $2 AND state = 'waiting' ORDER BY attempts, line LIMIT 1
     ) l ON true`,
    [merchantId, id, attempt, new Date(leaseUntil)],
  );
  const [row] = rows;
  if (row === undefined) return { held: false };
  const { perSecond, line, payId, transId } = row;
  const authorizedAt = row.authorizedAt?.getTime() ?? null;
  return {
    held: true,
    perSecond,
    line: line === null ? null : { line, payId, transId, authorizedAt },
  };
}

/** Gives the import back until wall time `dueAt`; `unreachableSince` as it began, where it goes on. */
export async function letGo(
  sql: Sql,
  { merchantId, id, attempt }: ImportClaim,
  {
    dueAt,
    unreachableSince,
  }: {
    readonly dueAt: number;
    readonly unreachableSince: number | null;
  },
): Promise<void> {
  await sql.query(
    `UPDATE history_imports SET lease_until = NULL, due_at = $4,
       unreachable_since = CASE WHEN $5::timestamptz IS NOT NULL THEN coalesce(unreachable_since, $5) END
     WHERE merchant_id = $1 AND id = $2 AND attempt = $3 AND state = 'running'`,
    [
      merchantId,
      id,
      attempt,
      new Date(dueAt),
      unreachableSince === null ? null : new Date(unreachableSince),
    ],
  );
}

/** The gateway answers again. */
export async function markReached(
  sql: Sql,
  { merchantId, id }: Pick<HistoryImport, 'merchantId' | 'id'>,
): Promise<void> {
  await sql.query(
    `UPDATE history_imports SET unreachable_since = NULL
     WHERE merchant_id = $1 AND id = $2 AND unreachable_since IS NOT NULL`,
    [merchantId, id],
  );
}

/** Every line has its answer. False: the import was stopped, or is somebody else's now. */
export async function markDone(
  sql: Sql,
  { merchantId, id, attempt }: ImportClaim,
  now: number,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE history_imports SET state = 'done', due_at = NULL, lease_until = NULL, finished_at = $4,
       unreachable_since = NULL
     WHERE merchant_id = $1 AND id = $2 AND attempt = $3 AND state = 'running'`,
    [merchantId, id, attempt, new Date(now)],
  );
  return rowCount === 1;
}
