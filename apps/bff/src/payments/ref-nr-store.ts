import type { Sql } from '../storage/database.ts';
import type { Payment } from './payment.ts';

/** The references that payments of one page had before, by payment. */
export async function selectFormerRefNrs(
  sql: Sql,
  payments: readonly Pick<Payment, 'merchantId' | 'id'>[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql.query<{ id: string; former: readonly string[] }>(
    `SELECT payment_id AS id, array_agg(body ->> 'from') AS former FROM payment_events
     WHERE (merchant_id, payment_id) IN (SELECT * FROM unnest($1::integer[], $2::uuid[]))
       AND type = 'ref-nr-changed' AND body ->> 'from' IS NOT NULL
     GROUP BY payment_id`,
    [payments.map(({ merchantId }) => merchantId), payments.map(({ id }) => id)],
  );
  return new Map(rows.map(({ id, former }) => [id, former]));
}

/** Puts another reference in the place of a locked payment's; its facts are the caller's to write. */
export async function writeRefNr(
  sql: Sql,
  { merchantId, id }: Pick<Payment, 'merchantId' | 'id'>,
  refNr: string,
): Promise<void> {
  await sql.query('UPDATE payments SET ref_nr = $3 WHERE merchant_id = $1 AND id = $2', [
    merchantId,
    id,
    refNr,
  ]);
}
