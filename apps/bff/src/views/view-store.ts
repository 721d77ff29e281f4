import type { Sql } from '../storage/database.ts';
import type { Layout, ListName, ViewView } from './view-input.ts';

export type StoredView = {
  readonly id: string;
  readonly merchantId: number;
  readonly list: ListName;
  /** Null: the whole team's. */
  readonly ownerId: string | null;
  readonly name: string;
  readonly address: ViewView['address'];
  readonly layout: Layout;
  readonly version: number;
  readonly by: string;
};

const columns = `v.id, v.merchant_id AS "merchantId", v.list, v.owner_id AS "ownerId", v.name,
  v.address, v.layout, v.version, u.name AS by`;
const from = 'saved_views v JOIN users u ON u.id = v.changed_by';

/** The views of a list that a person sees: the teams' first, then one's own, by name. */
export async function selectViews(
  sql: Sql,
  merchantIds: readonly number[],
  userId: string,
  list: ListName,
): Promise<readonly StoredView[]> {
  const { rows } = await sql.query<StoredView>(
    `SELECT ${columns} FROM ${from}
     WHERE v.merchant_id = ANY($1) AND v.list = $3 AND (v.owner_id IS NULL OR v.owner_id = $2)
     ORDER BY v.owner_id IS NOT NULL, lower(v.name), v.id`,
    [merchantIds, userId, list],
  );
  return rows;
}

/** A view that a person sees, locked until the transaction ends. */
export async function lockView(
  sql: Sql,
  merchantIds: readonly number[],
  userId: string,
  id: string,
): Promise<StoredView | null> {
  const { rows } = await sql.query<StoredView>(
    `SELECT ${columns} FROM ${from}
     WHERE v.merchant_id = ANY($1) AND v.id = $3 AND (v.owner_id IS NULL OR v.owner_id = $2)
     FOR UPDATE OF v`,
    [merchantIds, userId, id],
  );
  return rows[0] ?? null;
}

type Written = Omit<StoredView, 'by' | 'version'> & { readonly at: number; readonly by: string };

/** Adds a view; false when its id or its name is taken. `by` is the id of who saves. */
export async function insertView(sql: Sql, view: Written): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO saved_views
       (merchant_id, id, list, owner_id, name, address, layout, changed_by, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING`,
    valuesOf(view),
  );
  return rowCount === 1;
}

/** Puts a view in the place of the one of its id; false when its name is taken. */
export async function updateView(sql: Sql, view: Written): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE saved_views SET owner_id = $4, name = $5, address = $6, layout = $7, changed_by = $8,
       changed_at = $9, version = version + 1
     WHERE merchant_id = $1 AND id = $2 AND list = $3 AND NOT EXISTS (
       SELECT FROM saved_views other WHERE other.merchant_id = $1 AND other.list = $3
         AND other.owner_id IS NOT DISTINCT FROM $4 AND lower(other.name) = lower($5) AND other.id <> $2)`,
    valuesOf(view),
  );
  return rowCount === 1;
}

function valuesOf(view: Written): unknown[] {
  return [
    view.merchantId,
    view.id,
    view.list,
    view.ownerId,
    view.name,
    JSON.stringify(view.address),
    JSON.stringify(view.layout),
    view.by,
    new Date(view.at),
  ];
}

export async function deleteView(
  sql: Sql,
  { merchantId, id }: Pick<StoredView, 'merchantId' | 'id'>,
): Promise<void> {
  await sql.query('DELETE FROM saved_views WHERE merchant_id = $1 AND id = $2', [merchantId, id]);
}

type HabitKey = readonly [merchantId: number, userId: string, list: ListName];

/** What was remembered, as it was stored; null before anything was. */
export async function selectHabits(sql: Sql, key: HabitKey): Promise<unknown> {
  const { rows } = await sql.query<{ habits: unknown }>(
    'SELECT habits FROM list_habits WHERE merchant_id = $1 AND user_id = $2 AND list = $3',
    [...key],
  );
  return rows[0]?.habits ?? null;
}

/** Remembers the parts that are said; the others stay. */
export async function mergeHabits(sql: Sql, key: HabitKey, said: object): Promise<void> {
  await sql.query(
    `INSERT INTO list_habits (merchant_id, user_id, list, habits) VALUES ($1, $2, $3, $4)
     ON CONFLICT (merchant_id, user_id, list)
     DO UPDATE SET habits = list_habits.habits || excluded.habits`,
    [...key, JSON.stringify(said)],
  );
}
