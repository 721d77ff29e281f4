import type { Role } from 'paygate-payments';
import type { ClaimWish } from '../storage/claim.ts';
import type { Sql } from '../storage/database.ts';
import type { Claim, Export, ExportFailure, StoredFacts } from './export.ts';
import { type ExportRow, exportColumnList, toExport } from './export-store.ts';

/** Due at $1 (business time), and nobody works on it at $2 (wall time). */
const WAITS = 'due_at <= $1 AND (lease_until IS NULL OR lease_until < $2)';

/**
 * Claims one export that is due at `now` (business time) and that nobody works on at `wall`, oldest
 * first; null when there is none. Each claim is a new attempt, which starts from nothing.
 */
export async function claimExport(
  sql: Sql,
  { now, wall, leaseMs }: Omit<ClaimWish, 'limit'>,
): Promise<Export | null> {
  const { rows } = await sql.query<ExportRow>(
    `UPDATE exports SET state = 'running', attempt = attempt + 1, lease_until = $3, rows_done = 0,
       rows_total = NULL, as_of = NULL
     WHERE (merchant_id, id) IN (SELECT merchant_id, id FROM exports
       WHERE ${WAITS}
       ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING ${exportColumnList}`,
    [new Date(now), new Date(wall), new Date(wall + leaseMs)],
  );
  return rows[0] ? toExport(rows[0]) : null;
}

/** Whether any export is due at `now` (business time) that nobody works on at `wall`. */
export async function isExportDue(
  sql: Sql,
  { now, wall }: Pick<ClaimWish, 'now' | 'wall'>,
): Promise<boolean> {
  const { rowCount } = await sql.query(`SELECT FROM exports WHERE ${WAITS} LIMIT 1`, [
    new Date(now),
    new Date(wall),
  ]);
  return rowCount === 1;
}

/** How far an attempt has come; prolongs its lease. False: it was stopped, or is somebody else's now. */
export async function markProgress(
  sql: Sql,
  claim: Claim,
  {
    rowsDone,
    leaseUntil,
  }: {
    readonly rowsDone: number;
    readonly leaseUntil: number;
  },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE exports SET rows_done = $4, lease_until = $5
     WHERE merchant_id = $1 AND id = $2 AND attempt = $3 AND state = 'running'`,
    [claim.merchantId, claim.id, claim.attempt, rowsDone, new Date(leaseUntil)],
  );
  return rowCount === 1;
}

/** The view is taken: from now on it is known how many rows there are. */
export async function markStart(
  sql: Sql,
  claim: Claim,
  { asOf, rowsTotal }: { readonly asOf: number; readonly rowsTotal: number },
): Promise<void> {
  await sql.query(
    `UPDATE exports SET as_of = $4, rows_total = $5
     WHERE merchant_id = $1 AND id = $2 AND attempt = $3 AND state = 'running'`,
    [claim.merchantId, claim.id, claim.attempt, new Date(asOf), rowsTotal],
  );
}

/** The whole file is stored. False: it was stopped, or is somebody else's now. */
export async function markReady(
  sql: Sql,
  claim: Claim,
  made: {
    readonly facts: StoredFacts;
    readonly bytes: number;
    readonly sha256: string;
    readonly now: number;
    readonly expiresAt: number;
  },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE exports SET state = 'ready', facts = $4, bytes = $5, sha256 = decode($6, 'hex'), rows_done = rows_total,
       finished_at = $7, expires_at = $8, due_at = NULL, lease_until = NULL
     WHERE merchant_id = $1 AND id = $2 AND attempt = $3 AND state = 'running'`,
    [
      claim.merchantId,
      claim.id,
      claim.attempt,
      JSON.stringify(made.facts),
      made.bytes,
      made.sha256,
      new Date(made.now),
      new Date(made.expiresAt),
    ],
  );
  return rowCount === 1;
}

/** There will be no file, and why. False: it was stopped, or is somebody else's now. */
export async function markFailed(
  sql: Sql,
  claim: Claim,
  { failure, now }: { readonly failure: ExportFailure; readonly now: number },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE exports SET state = 'failed', failure = $4, finished_at = $5, due_at = NULL, lease_until = NULL
     WHERE merchant_id = $1 AND id = $2 AND attempt = $3 AND state = 'running'`,
    [claim.merchantId, claim.id, claim.attempt, failure, new Date(now)],
  );
  return rowCount === 1;
}

/** A process that ends gives its work back at once. */
export async function giveBack(sql: Sql, claim: Claim): Promise<void> {
  await sql.query(
    `UPDATE exports SET state = 'queued', attempt = attempt - 1, lease_until = NULL
     WHERE merchant_id = $1 AND id = $2 AND attempt = $3 AND state = 'running'`,
    [claim.merchantId, claim.id, claim.attempt],
  );
}

/** Files whose days are over at `now` stop being offered. */
export async function expireExports(sql: Sql, now: number): Promise<readonly Export[]> {
  const { rows } = await sql.query<ExportRow>(
    `UPDATE exports SET state = 'expired' WHERE state = 'ready' AND expires_at <= $1
     RETURNING ${exportColumnList}`,
    [new Date(now)],
  );
  return rows.map(toExport);
}

/** Who asked for an export, with the role they have now; null when they have none any more. */
export async function selectAuthor(
  sql: Sql,
  { createdBy, merchantId }: Pick<Export, 'createdBy' | 'merchantId'>,
): Promise<{
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly merchantName: string;
} | null> {
  const { rows } = await sql.query<{
    name: string;
    email: string;
    role: Role;
    merchantName: string;
  }>(
    `SELECT users.name, users.email, memberships.role, merchants.name AS "merchantName"
     FROM memberships JOIN users ON users.id = memberships.user_id
       JOIN merchants ON merchants.id = memberships.merchant_id
     WHERE memberships.user_id = $1 AND memberships.merchant_id = $2`,
    [createdBy, merchantId],
  );
  return rows[0] ?? null;
}
