import type { Sql } from '../storage/database.ts';
import type { MovementKind } from './movement-kinds.ts';
import { keptMovements, type Scope } from './report-store.ts';

/** Where a page ended. `at` in ms UTC. */
export type RowPosition = { readonly at: number; readonly paymentId: string; readonly seq: number };

export type RowQuery = Scope & {
  readonly kinds: readonly MovementKind[];
  readonly eventTypes: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly detail: string | null;
  readonly waitFrom: number | null;
  readonly waitTo: number | null;
  readonly after: RowPosition | null;
  readonly limit: number;
};

export type ReportRow = {
  readonly paymentId: string;
  readonly seq: number;
  readonly at: Date;
  readonly kind: MovementKind;
  readonly detail: string;
  readonly amount: number;
  readonly connectionId: string;
  readonly transId: string;
  readonly payId: string | null;
  readonly refNr: string | null;
  readonly authorizedAt: Date | null;
};

/** What a number counts, newest first, by keyset. Each type of fact is read in the order of the index. */
export async function selectRows(sql: Sql, query: RowQuery): Promise<readonly ReportRow[]> {
  const { rows } = await sql.query<ReportRow>(
    `SELECT moved.payment_id AS "paymentId", moved.seq, moved.at, moved.kind, moved.detail, moved.amount,
       moved.connection_id AS "connectionId", p.trans_id AS "transId", p.pay_id AS "payId",
       p.ref_nr AS "refNr", p.authorized_at AS "authorizedAt"
     FROM (
       SELECT one.* FROM unnest($1::int[]) AS whose (merchant_id)
       CROSS JOIN unnest($2::text[]) AS sort (type)
       CROSS JOIN LATERAL (
         SELECT * FROM report_movements
         WHERE merchant_id = whose.merchant_id AND type = sort.type AND kind = ANY($3)
           AND at >= $4 AND at < $5 AND ($6::uuid IS NULL OR connection_id = $6)
           AND ($7::text IS NULL OR detail = $7)
           AND ($8::int IS NULL OR wait >= $8) AND ($9::int IS NULL OR wait <= $9)
           AND ($10::timestamptz IS NULL OR (at, payment_id, seq) < ($10, $11::uuid, $12::int))
         ORDER BY at DESC, payment_id DESC, seq DESC LIMIT $13
       ) one
       ORDER BY at DESC, payment_id DESC, seq DESC LIMIT $13
     ) moved
     JOIN payments p ON p.merchant_id = moved.merchant_id AND p.id = moved.payment_id
     ORDER BY moved.at DESC, moved.payment_id DESC, moved.seq DESC`,
    [
      query.merchantIds,
      query.eventTypes,
      query.kinds,
      new Date(query.from),
      new Date(query.to),
      query.connectionId,
      query.detail,
      query.waitFrom,
      query.waitTo,
      query.after === null ? null : new Date(query.after.at),
      query.after?.paymentId ?? null,
      query.after?.seq ?? null,
      query.limit,
    ],
  );
  return rows;
}

/** How many rows that are in all, and what they add up to (minor units; refunds of `net` count negative). */
export async function countRows(
  sql: Sql,
  query: Omit<RowQuery, 'after' | 'limit' | 'eventTypes'> & { readonly isNet: boolean },
): Promise<{ readonly count: number; readonly amount: number }> {
  const { rows } = await sql.query<{ count: number; amount: number }>(
    `SELECT coalesce(sum(count), 0)::bigint AS count,
       coalesce(sum(CASE WHEN $9 AND kind = 'refunded' THEN -amount ELSE amount END), 0)::bigint AS amount
     FROM ${keptMovements}
     WHERE merchant_id = ANY($1) AND kind = ANY($2) AND hour >= $3 AND hour < $4
       AND ($5::uuid IS NULL OR connection_id = $5) AND ($6::text IS NULL OR detail = $6)
       AND ($7::int IS NULL OR wait >= $7) AND ($8::int IS NULL OR wait <= $8)`,
    [
      query.merchantIds,
      query.kinds,
      new Date(query.from),
      new Date(query.to),
      query.connectionId,
      query.detail,
      query.waitFrom,
      query.waitTo,
      query.isNet,
    ],
  );
  return rows[0] ?? { count: 0, amount: 0 };
}
