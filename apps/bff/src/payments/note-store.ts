import type { Sql } from '../storage/database.ts';
import type { Payment } from './payment.ts';

type Note = {
  readonly id: string;
  readonly text: string;
  readonly by: string;
  readonly at: number;
};

/** What people wrote about a payment, oldest first. */
export async function listNotes(
  sql: Sql,
  payment: Pick<Payment, 'merchantId' | 'id'>,
): Promise<readonly Note[]> {
  const { rows } = await sql.query<Omit<Note, 'at'> & { readonly at: Date }>(
    `SELECT notes.id, notes.text, coalesce(users.name, '') AS by, notes.created_at AS at
     FROM notes LEFT JOIN users ON users.id = notes.created_by
     WHERE notes.merchant_id = $1 AND notes.payment_id = $2 ORDER BY notes.created_at, notes.id`,
    [payment.merchantId, payment.id],
  );
  return rows.map((row) => ({ ...row, at: row.at.getTime() }));
}
