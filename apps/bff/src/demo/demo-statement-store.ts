import type { Sql } from '../storage/database.ts';

/** What a statement of the demo is made of: a capture with its payment. Amount in minor units. */
export type CapturedInDemo = {
  readonly payId: string;
  readonly refNr: string;
  readonly at: Date;
  readonly amount: number;
};

/** Whether a statement was imported yet. */
export async function hasStatements(sql: Sql): Promise<boolean> {
  const { rows } = await sql.query('SELECT 1 FROM statements LIMIT 1');
  return rows.length > 0;
}

/** The newest captures of merchant 1, oldest first. */
export async function newestCaptures(sql: Sql, count: number): Promise<readonly CapturedInDemo[]> {
  const { rows } = await sql.query<CapturedInDemo>(
    `SELECT p.pay_id AS "payId", p.ref_nr AS "refNr", e.at, (e.body ->> 'amount')::bigint AS amount
     FROM payment_events e JOIN payments p ON p.merchant_id = e.merchant_id AND p.id = e.payment_id
     WHERE e.merchant_id = 1 AND e.type = 'captured' AND p.pay_id IS NOT NULL AND p.ref_nr IS NOT NULL
       AND p.source = 'shop' AND p.refunded = 0
     ORDER BY e.at DESC, p.id LIMIT $1`,
    [count],
  );
  return rows.reverse();
}
