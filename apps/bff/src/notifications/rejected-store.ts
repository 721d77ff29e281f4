import { keysetEdge } from '../keyset.ts';
import type { Sql } from '../storage/database.ts';
import type { NotificationQuery, StoredNotification } from './notification-store.ts';
import type { NotificationView } from './notification-view.ts';

type RejectionRow = {
  readonly id: string;
  readonly merchant_id: number;
  readonly connection_id: string;
  readonly kind: NotificationView['kind'];
  readonly reason: string;
  readonly digest: string | null;
  readonly bytes: number | null;
  readonly first_at: Date;
  readonly last_at: Date;
  readonly count: number;
};

/** What was refused at the door, newest first. */
export async function selectRejections(
  sql: Sql,
  query: NotificationQuery,
): Promise<readonly StoredNotification[]> {
  const { merchantIds, connectionIds, kind, after, limit } = query;
  const { rows } = await sql.query<RejectionRow>(
    `SELECT id, merchant_id, connection_id, kind, reason, nullif(encode(digest, 'hex'), '') AS digest,
       bytes, first_at, last_at, count
     FROM callback_rejections
     WHERE merchant_id = ANY($1) AND connection_id = ANY($2) AND ($3::text IS NULL OR kind = $3)
       AND ($4::timestamptz IS NULL OR (first_at, id) < ($4, $5::uuid))
     ORDER BY first_at DESC, id DESC LIMIT $6`,
    [merchantIds, connectionIds, kind ?? null, ...keysetEdge(after), limit],
  );
  return rows.map(fromRejection);
}

function fromRejection(row: RejectionRow): StoredNotification {
  const nothing = { payId: null, transId: null, status: null, code: null };
  return {
    ...nothing,
    id: row.id,
    merchantId: row.merchant_id,
    connectionId: row.connection_id,
    at: row.first_at.getTime(),
    kind: row.kind,
    state: 'rejected',
    why: row.reason,
    repeats: row.count - 1,
    lastAt: row.last_at.getTime(),
    digest: row.digest,
    bytes: row.bytes,
    attempts: 0,
    nextAt: null,
    payment: null,
    forward: null,
  };
}
