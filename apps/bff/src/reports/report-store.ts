import type { Sql } from '../storage/database.ts';
import type { MovementKind } from './movement-kinds.ts';

/** What was booked by the hour, and what is still to be folded into it. */
export const keptMovements = `(
    SELECT merchant_id, hour, connection_id, kind, detail, wait, count, amount FROM report_hours
    UNION ALL
    SELECT merchant_id, hour, connection_id, kind, detail, wait, 1, amount FROM report_additions) kept`;

export type Scope = {
  readonly merchantIds: readonly number[];
  /** Null: every connection of these merchants. */
  readonly connectionId: string | null;
};

/** A sum along one of four cuts: by period, by connection, by detail, by connection and wait. */
export type MovementSum = {
  readonly cut: 'period' | 'connection' | 'detail' | 'wait';
  readonly kind: MovementKind;
  /** From 1, in the order of the borders. */
  readonly period: number | null;
  readonly connectionId: string | null;
  readonly detail: string | null;
  readonly wait: number | null;
  readonly count: number;
  readonly amount: number;
};

/**
 * Sums what happened between the first and the last of `borders` (full hours, ms UTC, ascending),
 * cut at each of them. One statement, so that all cuts are of one moment.
 */
export async function sumMovements(
  sql: Sql,
  { merchantIds, connectionId }: Scope,
  borders: readonly number[],
): Promise<readonly MovementSum[]> {
  const { rows } = await sql.query<MovementSum>(
    `SELECT CASE grouping(period, connection_id, detail, wait)
         WHEN 7 THEN 'period' WHEN 11 THEN 'connection' WHEN 13 THEN 'detail' ELSE 'wait' END AS cut,
       kind, period, connection_id AS "connectionId", detail, wait,
       sum(count)::bigint AS count, sum(amount)::bigint AS amount
     FROM (
       SELECT width_bucket(hour, $3::timestamptz[]) AS period, connection_id, kind, detail, wait, count, amount
       FROM ${keptMovements}
       WHERE merchant_id = ANY($1) AND ($2::uuid IS NULL OR connection_id = $2)
         AND hour >= $4 AND hour < $5
     ) cut
     GROUP BY GROUPING SETS ((kind, period), (kind, connection_id), (kind, detail), (kind, connection_id, wait))`,
    [
      merchantIds,
      connectionId,
      borders.map((border) => new Date(border)),
      new Date(borders[0] ?? 0),
      new Date(borders.at(-1) ?? 0),
    ],
  );
  return rows;
}

/** The first and the last hour (ms UTC) of which there is anything to report; null when there is none. */
export async function findDataSpan(
  sql: Sql,
  { merchantIds, connectionId }: Scope,
): Promise<{ readonly first: number; readonly last: number } | null> {
  const { rows } = await sql.query<{ first: Date | null; last: Date | null }>(
    `SELECT min(hour) AS first, max(hour) AS last
     FROM (SELECT merchant_id, hour, connection_id FROM report_hours
           UNION ALL SELECT merchant_id, hour, connection_id FROM report_additions) kept
     WHERE merchant_id = ANY($1) AND ($2::uuid IS NULL OR connection_id = $2)`,
    [merchantIds, connectionId],
  );
  const { first = null, last = null } = rows[0] ?? {};
  return first === null || last === null ? null : { first: first.getTime(), last: last.getTime() };
}
