import type { Movement, StatementLine } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import type { Statement } from './statement.ts';

type Row = Omit<Movement, 'at' | 'isSettled'> & { readonly at: Date };
type Whose = Pick<Statement, 'merchantId' | 'id'>;

/** So many movements are looked up one by one; for more it is cheaper to read all that is settled. */
const FEW = 1000;

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
         WHERE c.merchant_id = $1 AND p.pay_id = ANY($5)
       UNION SELECT p.id FROM gateway_connections c JOIN payments p ON p.connection_id = c.id
         WHERE c.merchant_id = $1 AND p.trans_id = ANY($6)
       UNION SELECT id FROM payments WHERE merchant_id = $1 AND ref_nr = ANY($7)
       UNION SELECT payment_id FROM payment_events WHERE merchant_id = $1 AND body ->> 'xid' IS NOT NULL AND body ->> 'xid' = ANY($8)
       UNION SELECT payment_id FROM payment_events
         WHERE merchant_id = $1 AND type = ANY($9) AND at >= $3 AND at < $4)
     SELECT p.id || ':' || e.seq AS id, p.id AS "paymentId", p.pay_id AS "payId", p.trans_id AS "transId",
       p.ref_nr AS "refNr", e.at,
       (e.body ->> 'amount')::bigint * CASE WHEN e.type IN ('credited', 'external-credit') THEN -1 ELSE 1 END AS amount,
       CASE WHEN e.body ->> 'xid' IS NOT NULL THEN ARRAY[e.body ->> 'xid'] ELSE ARRAY(
         SELECT o.body ->> 'xid' FROM payment_events o WHERE o.merchant_id = $1 AND o.payment_id = p.id
           AND o.body ->> 'xid' IS NOT NULL) END AS xids
     FROM asked JOIN payments p ON p.merchant_id = $1 AND p.id = asked.id
     JOIN payment_events e ON e.merchant_id = $1 AND e.payment_id = p.id AND e.type = ANY($9)
     WHERE ($2::uuid IS NULL OR p.connection_id = $2)
     ORDER BY e.at, p.id, e.seq`,
    [
      merchantId,
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
  const ids = rows.map((row) => row.id);
  const settled = await selectSettled(sql, { merchantId, id }, ids);
  return rows.map((row) => ({ ...row, at: row.at.getTime(), isSettled: settled.has(row.id) }));
}

/**
 * Which of these movements an item of another statement has. One statement for all of them: asked
 * movement by movement, a month after a month that was just imported would read that one again each time.
 */
export async function selectSettled(
  sql: Sql,
  { merchantId, id }: Whose,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const some = ids.length <= FEW;
  const { rows } = await sql.query<{ id: string }>(
    `SELECT unnest(movement_ids) AS id FROM statement_items
     WHERE merchant_id = $1 AND statement_id <> $2 AND lane IN ('matched', 'differs')
     ${some ? 'AND movement_ids && $3::text[]' : ''}`,
    some ? [merchantId, id, ids] : [merchantId, id],
  );
  const wanted = new Set(ids);
  return new Set(rows.flatMap((row) => (wanted.has(row.id) ? [row.id] : [])));
}
