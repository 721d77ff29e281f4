import type { Lane, SettlementItem } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import type { StatementKey, StoredItem } from './statement.ts';

const AT_ONCE = 2000;

/** Adds what a comparison found, numbered from `first`. */
export async function insertItems(
  sql: Sql,
  { merchantId, id }: StatementKey,
  items: readonly SettlementItem[],
  first: number,
): Promise<void> {
  for (let from = 0; from < items.length; from += AT_ONCE) {
    const some = items
      .slice(from, from + AT_ONCE)
      .map((item, at) => ({ ...item, number: first + from + at }));
    await sql.query(
      `INSERT INTO statement_items (merchant_id, statement_id, number, lane, cause, matched_by, line,
         payment_id, movement_ids, ours, theirs)
       SELECT $1, $2, number, lane, cause, "matchedBy", line, "paymentId",
         ARRAY(SELECT jsonb_array_elements_text("movementIds")), ours, theirs
       FROM jsonb_to_recordset($3) AS told (number int, lane text, cause text, "matchedBy" text, line int,
         "paymentId" uuid, "movementIds" jsonb, ours bigint, theirs bigint)`,
      [merchantId, id, JSON.stringify(some)],
    );
  }
}

/** Forgets what nobody has accepted or written about, and answers the rest: it stays as it is. */
export async function keepHandled(
  sql: Sql,
  { merchantId, id }: StatementKey,
): Promise<
  readonly {
    readonly number: number;
    readonly line: number | null;
    readonly movementIds: string[];
  }[]
> {
  await sql.query(
    `DELETE FROM statement_items
     WHERE merchant_id = $1 AND statement_id = $2 AND accepted_at IS NULL AND note = ''`,
    [merchantId, id],
  );
  const { rows } = await sql.query<{ number: number; line: number | null; movementIds: string[] }>(
    `SELECT number, line, movement_ids AS "movementIds" FROM statement_items
     WHERE merchant_id = $1 AND statement_id = $2`,
    [merchantId, id],
  );
  return rows;
}

/** How many items each lane of these statements has, what they add up to, and how many are accepted. */
export async function countItems(
  sql: Sql,
  statements: readonly StatementKey[],
): Promise<
  readonly {
    readonly id: string;
    readonly lane: Lane;
    readonly count: number;
    readonly accepted: number;
    readonly ours: number;
    readonly theirs: number;
  }[]
> {
  const { rows } = await sql.query(
    `SELECT statement_id AS id, lane, count(*), count(accepted_at) AS accepted,
       sum(ours)::bigint AS ours, sum(theirs)::bigint AS theirs
     FROM statement_items WHERE merchant_id = ANY($1) AND statement_id = ANY($2) GROUP BY 1, 2`,
    [statements.map(({ merchantId }) => merchantId), statements.map(({ id }) => id)],
  );
  return rows;
}

/** An item with the words of its line and of its payment. */
export type ListedItem = StoredItem & {
  readonly raw: string | null;
  readonly at: number | null;
  readonly fee: number | null;
  readonly name: string | null;
  readonly orderNr: string | null;
};
type Row = Omit<ListedItem, 'acceptedAt' | 'at'> & {
  readonly acceptedAt: Date | null;
  readonly at: Date | null;
};

/** Items after a number, in their order; only those of one lane, or of every lane that is a difference. */
export async function selectItems(
  sql: Sql,
  { merchantId, id }: StatementKey,
  {
    lanes,
    after,
    limit,
  }: {
    readonly lanes: readonly Lane[] | null;
    readonly after: number;
    readonly limit: number;
  },
): Promise<readonly ListedItem[]> {
  const { rows } = await sql.query<Row>(
    `SELECT i.number, i.lane, i.cause, i.matched_by AS "matchedBy", i.line, i.payment_id AS "paymentId",
       i.movement_ids AS "movementIds", i.ours, i.theirs, i.accepted_at AS "acceptedAt",
       u.name AS "acceptedBy", i.note, l.raw, l.fee,
       coalesce(l.pay_id, l.xid, l.trans_id, l.ref_nr) AS name,
       coalesce(p.ref_nr, p.trans_id) AS "orderNr",
       CASE WHEN i.line IS NULL THEN (SELECT e.at FROM payment_events e
         WHERE e.merchant_id = $1 AND e.payment_id = i.payment_id
           AND e.payment_id || ':' || e.seq = i.movement_ids[1]) ELSE l.at END AS at
     FROM statement_items i
     LEFT JOIN statement_lines l ON l.merchant_id = i.merchant_id AND l.statement_id = i.statement_id
       AND l.line = i.line
     LEFT JOIN payments p ON p.merchant_id = i.merchant_id AND p.id = i.payment_id
     LEFT JOIN users u ON u.id = i.accepted_by
     WHERE i.merchant_id = $1 AND i.statement_id = $2 AND i.number > $3
       AND ($4::text[] IS NULL OR i.lane = ANY($4))
     ORDER BY i.number LIMIT $5`,
    [merchantId, id, after, lanes, limit],
  );
  return rows.map((row) => ({
    ...row,
    acceptedAt: row.acceptedAt?.getTime() ?? null,
    at: row.at?.getTime() ?? null,
  }));
}

/** Accepts what is still open: these numbers, or everything of a lane. Answers how many. */
export async function acceptItems(
  sql: Sql,
  { merchantId, id }: StatementKey,
  {
    numbers,
    lane,
    by,
    now,
  }: {
    readonly numbers: readonly number[] | null;
    readonly lane: Lane | null;
    readonly by: string;
    readonly now: number;
  },
): Promise<number> {
  const { rowCount } = await sql.query(
    `UPDATE statement_items SET accepted_at = $5, accepted_by = $6
     WHERE merchant_id = $1 AND statement_id = $2 AND accepted_at IS NULL
       AND ($3::int[] IS NULL OR number = ANY($3)) AND ($4::text IS NULL OR lane = $4)`,
    [merchantId, id, numbers, lane, new Date(now), by],
  );
  return rowCount ?? 0;
}

/** Writes beside an item what a person found out; false where there is no such item. */
export async function noteItem(
  sql: Sql,
  { merchantId, id }: StatementKey,
  number: number,
  note: string,
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE statement_items SET note = $4 WHERE merchant_id = $1 AND statement_id = $2 AND number = $3`,
    [merchantId, id, number, note],
  );
  return rowCount === 1;
}
