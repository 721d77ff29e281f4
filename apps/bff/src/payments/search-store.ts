import type { Sql } from '../storage/database.ts';
import type { StepMatch } from './payment-query.ts';

/** More payments than this never share the beginning of a step's id that somebody typed on purpose. */
const MOST = 200;

/**
 * Payments of which a step has this id: an XID of the gateway that begins with `text`, or the ReqId
 * of an operation of ours that is `text`.
 */
export async function selectStepMatches(
  sql: Sql,
  merchantIds: readonly number[],
  text: string,
): Promise<readonly StepMatch[]> {
  const { rows } = await sql.query<StepMatch>(
    `SELECT payment_id AS "paymentId", 'reqId' AS by FROM operations
       WHERE req_id = lower($2) AND merchant_id = ANY($1)
     UNION ALL
     (SELECT payment_id, 'xid' FROM operations
       WHERE merchant_id = ANY($1) AND (xid LIKE $3 OR xid LIKE lower($3) OR xid LIKE upper($3))
       LIMIT $4)
     UNION ALL
     (SELECT payment_id, 'xid' FROM payment_events
       WHERE merchant_id = ANY($1) AND operation_id IS NULL AND (body ->> 'xid') IS NOT NULL
         AND (body ->> 'xid' LIKE $3 OR body ->> 'xid' LIKE lower($3) OR body ->> 'xid' LIKE upper($3))
       LIMIT $4)`,
    [merchantIds, text, `${text}%`, MOST],
  );
  return rows;
}
