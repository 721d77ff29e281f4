import type { Sql } from '../storage/database.ts';

export type LastCalls = {
  readonly id: string;
  readonly connection: string;
  readonly label: string;
  readonly calls: number;
  readonly answered: number;
  /** Null where there was no call. */
  readonly isLastAnswered: boolean | null;
  readonly lastAnswerAt: Date | null;
};

/**
 * How the last twenty calls of each connection since `wall` (ms of wall time) fared. Ids of calls
 * begin with their wall time, so that reading them backwards ends early.
 */
export async function selectLastCalls(
  sql: Sql,
  merchantIds: readonly number[],
  wall: number,
): Promise<readonly LastCalls[]> {
  const { rows } = await sql.query<LastCalls>(
    `SELECT c.id, c.slug AS connection, c.label, count(last.id) AS calls,
       count(last.id) FILTER (WHERE last.answered) AS answered,
       (array_agg(last.answered ORDER BY last.id DESC) FILTER (WHERE last.id IS NOT NULL))[1]
         AS "isLastAnswered",
       max(last.at) FILTER (WHERE last.answered) AS "lastAnswerAt"
     FROM gateway_connections c
     LEFT JOIN LATERAL (
       SELECT id, at, coalesce(http_status < 500, false) AS answered FROM gateway_calls
       WHERE merchant_id = c.merchant_id AND connection_id = c.id AND id >= $2
       ORDER BY id DESC LIMIT 20
     ) last ON true
     WHERE c.merchant_id = ANY($1)
     GROUP BY c.id, c.slug, c.label ORDER BY c.label, c.id`,
    [merchantIds, firstIdOf(wall)],
  );
  return rows;
}

/** The smallest UUID of version 7 of a millisecond. */
function firstIdOf(wall: number): string {
  const time = wall.toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** How many authentic callbacks were put aside, and how many the shop did not take. */
export async function countTroubledCallbacks(
  sql: Sql,
  merchantIds: readonly number[],
): Promise<{ readonly parked: number; readonly unforwarded: number }> {
  const { rows } = await sql.query<{ parked: number; unforwarded: number }>(
    `SELECT
       (SELECT count(*) FROM callback_inbox
        WHERE merchant_id = ANY($1) AND state <> 'done' AND state = 'parked') AS parked,
       (SELECT count(*) FROM callback_forwards
        WHERE merchant_id = ANY($1) AND state <> 'done'
          AND (state = 'given-up' OR last_at IS NOT NULL)) AS unforwarded`,
    [merchantIds],
  );
  return rows[0] ?? { parked: 0, unforwarded: 0 };
}
