import type { Movement, StatementLine } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import type { Statement } from './statement.ts';

type Row = Omit<Movement, 'at' | 'isSettled'> & { readonly at: Date; readonly isSettled: boolean };

/**
 * Captures and refunds of a merchant: those of the statement's period, and all of payments that one of
 * its lines names. `isSettled`: an item of another statement has it.
 */
export async function selectMovements(
  sql: Sql,
  {
    merchantId,
    id,
    connectionId,
    from,
    until,
  }: Pick<Statement, 'merchantId' | 'id' | 'connectionId' | 'from' | 'until'>,
  lines: readonly StatementLine[],
): Promise<readonly Movement[]> {
  const names = (key: 'payId' | 'xid' | 'transId' | 'refNr') => [
    ...new Set(lines.flatMap((line) => line[key] ?? [])),
  ];
  const { rows } = await sql.query<Row>(
    `WITH asked AS (
       SELECT p.id FROM gateway_connections c JOIN payments p ON p.connection_id = c.id
         WHERE c.merchant_id = $1 AND p.pay_id = ANY($6)
       UNION SELECT p.id FROM gateway_connections c JOIN payments p ON p.connection_id = c.id
         WHERE c.merchant_id = $1 AND p.trans_id = ANY($7)
       UNION SELECT id FROM payments WHERE merchant_id = $1 AND ref_nr = ANY($8)
       UNION SELECT payment_id FROM payment_events WHERE merchant_id = $1 AND body ->> 'xid' IS NOT NULL AND body ->> 'xid' = ANY($9)
       UNION SELECT payment_id FROM payment_events
         WHERE merchant_id = $1 AND type = ANY($10) AND at >= $4 AND at < $5)
     SELECT p.id || ':' || e.seq AS id, p.id AS "paymentId", p.pay_id AS "payId", p.trans_id AS "transId",
       p.ref_nr AS "refNr", e.at,
       (e.body ->> 'amount')::bigint * CASE WHEN e.type IN ('credited', 'external-credit') THEN -1 ELSE 1 END AS amount,
       CASE WHEN e.body ->> 'xid' IS NOT NULL THEN ARRAY[e.body ->> 'xid'] ELSE ARRAY(
         SELECT o.body ->> 'xid' FROM payment_events o WHERE o.merchant_id = $1 AND o.payment_id = p.id
           AND o.body ->> 'xid' IS NOT NULL) END AS xids,
       EXISTS (SELECT 1 FROM statement_items i WHERE i.merchant_id = $1 AND i.statement_id <> $2
         AND i.lane IN ('matched', 'differs') AND i.movement_ids @> ARRAY[p.id || ':' || e.seq]) AS "isSettled"
     FROM asked JOIN payments p ON p.merchant_id = $1 AND p.id = asked.id
     JOIN payment_events e ON e.merchant_id = $1 AND e.payment_id = p.id AND e.type = ANY($10)
     WHERE ($3::uuid IS NULL OR p.connection_id = $3)
     ORDER BY e.at, p.id, e.seq`,
    [
      merchantId,
      id,
      connectionId,
      new Date(from),
      new Date(until),
      names('payId'),
      names('transId'),
      names('refNr'),
      names('xid'),
      ['captured', 'external-capture', 'credited', 'external-credit'],
    ],
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}
