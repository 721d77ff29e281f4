import type { Sql } from '../storage/database.ts';
import type { Payment } from './payment.ts';

export type Note = {
  readonly id: string;
  readonly merchantId: number;
  readonly paymentId: string;
  readonly text: string;
  readonly createdBy: string;
  /** The author's name. */
  readonly by: string;
  /** Milliseconds UTC, as `editedAt`. */
  readonly at: number;
  readonly editedAt: number | null;
};

type Row = Omit<Note, 'at' | 'editedAt'> & { readonly at: Date; readonly editedAt: Date | null };

const columns = `notes.id, notes.merchant_id AS "merchantId", notes.payment_id AS "paymentId",
  notes.text, notes.created_by AS "createdBy", coalesce(users.name, '') AS by,
  notes.created_at AS at, notes.edited_at AS "editedAt"`;

/** What people wrote about a payment, oldest first. */
export async function listNotes(
  sql: Sql,
  payment: Pick<Payment, 'merchantId' | 'id'>,
): Promise<readonly Note[]> {
  const { rows } = await sql.query<Row>(
    `SELECT ${columns} FROM notes LEFT JOIN users ON users.id = notes.created_by
     WHERE notes.merchant_id = $1 AND notes.payment_id = $2 ORDER BY notes.created_at, notes.id`,
    [payment.merchantId, payment.id],
  );
  return rows.map(toNote);
}

/** The note of this id at one of these merchants, locked until the transaction ends. */
export async function lockNote(
  sql: Sql,
  merchantIds: readonly number[],
  id: string,
): Promise<Note | null> {
  const { rows } = await sql.query<Row>(
    `SELECT ${columns} FROM notes LEFT JOIN users ON users.id = notes.created_by
     WHERE notes.merchant_id = ANY($1) AND notes.id = $2 FOR UPDATE OF notes`,
    [merchantIds, id],
  );
  return rows[0] ? toNote(rows[0]) : null;
}

/** Adds a note and marks its payment; false when a note of this id is there already. */
export async function insertNote(
  sql: Sql,
  note: Pick<Note, 'id' | 'merchantId' | 'paymentId' | 'text' | 'createdBy' | 'at'>,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `WITH added AS (
       INSERT INTO notes (id, merchant_id, payment_id, text, created_by, created_at)
       VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING merchant_id, payment_id
     ), marked AS (
       UPDATE payments p SET noted = true FROM added
       WHERE p.merchant_id = added.merchant_id AND p.id = added.payment_id AND NOT p.noted
     )
     SELECT FROM added`,
    [note.id, note.merchantId, note.paymentId, note.text, note.createdBy, new Date(note.at)],
  );
  return rowCount === 1;
}

/** Puts another text in the place of a note's. */
export async function updateNote(
  sql: Sql,
  { merchantId, id }: Pick<Note, 'merchantId' | 'id'>,
  text: string,
  now: number,
): Promise<void> {
  await sql.query('UPDATE notes SET text = $3, edited_at = $4 WHERE merchant_id = $1 AND id = $2', [
    merchantId,
    id,
    text,
    new Date(now),
  ]);
}

function toNote(row: Row): Note {
  return { ...row, at: row.at.getTime(), editedAt: row.editedAt?.getTime() ?? null };
}
