import { type Keyset, keysetEdge } from '../keyset.ts';
import type { Sql } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';
import type { NotificationFilter, NotificationView } from './notification-view.ts';

type Permitted = 'mayProcess' | 'mayForward' | 'connection' | 'connectionLabel';

/** A row of either list; what a person may do about it is decided elsewhere. */
export type StoredNotification = Omit<NotificationView, Permitted> & {
  readonly merchantId: number;
  readonly connectionId: string;
};

export type NotificationQuery = Pick<NotificationFilter, 'view' | 'kind' | 'limit'> & {
  readonly merchantIds: readonly number[];
  readonly connectionIds: readonly string[];
  readonly state: 'pending' | 'done' | 'parked' | null;
  readonly search: string | null;
  readonly after: Keyset | null;
};

type InboxRow = {
  readonly id: string;
  readonly merchant_id: number;
  readonly connection_id: string;
  readonly kind: NotificationView['kind'];
  readonly state: 'pending' | 'done' | 'parked';
  readonly result: string | null;
  readonly pay_id: string;
  readonly trans_id: string;
  readonly status: string;
  readonly code: string;
  readonly repeats: number;
  readonly attempts: number;
  readonly received_at: Date;
  readonly due_at: Date | null;
  readonly payment_id: string | null;
  readonly payment_name: string | null;
  readonly forward_state: 'pending' | 'done' | 'given-up' | null;
  readonly forward_attempts: number | null;
  readonly forward_due_at: Date | null;
  readonly forward_last_at: Date | null;
  readonly forward_status: number | null;
  readonly forward_error: string | null;
};

const INBOX = `SELECT c.id, c.merchant_id, c.connection_id, c.kind, c.state, c.result, c.pay_id,
    c.trans_id, c.status, c.code, c.repeats, c.attempts, c.received_at, c.due_at,
    p.id AS payment_id, coalesce(p.ref_nr, p.trans_id) AS payment_name,
    f.state AS forward_state, f.attempts AS forward_attempts, f.due_at AS forward_due_at,
    f.last_at AS forward_last_at, f.last_status AS forward_status, f.last_error AS forward_error
  FROM callback_inbox c
  LEFT JOIN payments p ON p.connection_id = c.connection_id AND p.pay_id = c.pay_id
    AND p.trans_id = c.trans_id
  LEFT JOIN callback_forwards f ON f.callback_id = c.id`;

// What went wrong is rare and has indexes of its own; traffic is read in the order of time.
const PROBLEMS = `c.id IN (
    SELECT id FROM callback_inbox WHERE merchant_id = ANY($1) AND state <> 'done'
      AND (state = 'parked' OR result IS NOT NULL)
    UNION ALL
    SELECT callback_id FROM callback_forwards WHERE merchant_id = ANY($1) AND state <> 'done'
      AND (state = 'given-up' OR last_at IS NOT NULL))`;

/** Authentic callbacks, newest first. */
export async function selectInbox(
  sql: Sql,
  query: NotificationQuery,
): Promise<readonly StoredNotification[]> {
  const { rows } = await sql.query<InboxRow>(
    `${INBOX}
     WHERE c.merchant_id = ANY($1) AND c.connection_id = ANY($2)
       AND ($3::text IS NULL OR c.kind = $3) AND ($4::text IS NULL OR c.state = $4)
       AND ($5::text IS NULL OR c.pay_id = $5 OR c.trans_id = $5)
       AND ($6::timestamptz IS NULL OR (c.received_at, c.id) < ($6, $7::uuid))
       ${query.view === 'problems' ? `AND ${PROBLEMS}` : ''}
     ORDER BY c.received_at DESC, c.id DESC LIMIT $8`,
    [...common(query), query.limit],
  );
  return rows.map(fromInbox);
}

/** One authentic callback of these merchants, or null. */
export async function findCallback(
  sql: Sql,
  merchantIds: readonly number[],
  id: string,
): Promise<StoredNotification | null> {
  const { rows } = await sql.query<InboxRow>(
    `${INBOX} WHERE c.merchant_id = ANY($1) AND c.id = $2`,
    [merchantIds, id],
  );
  return rows[0] === undefined ? null : fromInbox(rows[0]);
}

/** Has a callback worked off once more from `now` (ms UTC) on: the worker inquires, nothing else. */
export async function wakeCallback(
  sql: Sql,
  { merchantId, id }: Pick<StoredNotification, 'merchantId' | 'id'>,
  now: number,
): Promise<void> {
  await sql.query(
    `UPDATE callback_inbox SET state = 'pending', attempts = 0, due_at = $3
     WHERE merchant_id = $1 AND id = $2`,
    [merchantId, id, new Date(now)],
  );
  await tellLive(sql, { type: 'callback', merchantId });
}

function common({ merchantIds, connectionIds, kind, state, search, after }: NotificationQuery) {
  return [merchantIds, connectionIds, kind ?? null, state, search, ...keysetEdge(after)];
}

function fromInbox(row: InboxRow): StoredNotification {
  return {
    id: row.id,
    merchantId: row.merchant_id,
    connectionId: row.connection_id,
    at: row.received_at.getTime(),
    kind: row.kind,
    state: row.state,
    why: row.result,
    payId: row.pay_id,
    transId: row.trans_id,
    status: row.status,
    code: row.code,
    repeats: row.repeats,
    lastAt: row.received_at.getTime(),
    digest: null,
    bytes: null,
    attempts: row.attempts,
    nextAt: row.due_at?.getTime() ?? null,
    payment:
      row.payment_id === null
        ? null
        : { id: row.payment_id, name: row.payment_name ?? row.trans_id },
    forward:
      row.forward_state === null
        ? null
        : {
            state: row.forward_state,
            attempts: row.forward_attempts ?? 0,
            nextAt: row.forward_due_at?.getTime() ?? null,
            lastAt: row.forward_last_at?.getTime() ?? null,
            lastStatus: row.forward_status,
            lastError: row.forward_error,
          },
  };
}
