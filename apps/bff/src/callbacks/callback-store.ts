import type { CallbackKind } from 'paygate-core/notification';
import type { ClaimWish } from '../storage/claim.ts';
import type { Sql } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';

/** An authentic callback as it waits in the inbox. Instants ms UTC. */
export type InboxEntry = {
  readonly id: string;
  readonly merchantId: number;
  readonly connectionId: string;
  readonly payId: string;
  readonly transId: string;
  readonly status: string;
  readonly code: string;
  readonly kind: CallbackKind;
  /** The message as received; kept here and nowhere else. */
  readonly raw: Buffer;
  readonly receivedAt: number;
  readonly attempts: number;
};

export type NewEntry = Omit<InboxEntry, 'attempts'> & {
  readonly digest: Buffer;
  readonly method: 'GET' | 'POST';
  readonly contentType: string | null;
};

/**
 * Stores callbacks, each a message of its own, and wakes the workers at commit; a repetition only
 * raises `repeats`. Answers the ids of those that were new.
 */
export async function storeCallbacks(
  sql: Sql,
  entries: readonly NewEntry[],
): Promise<ReadonlySet<string>> {
  const all = <T>(pick: (entry: NewEntry) => T): T[] => entries.map(pick);
  const { rows } = await sql.query<{ id: string }>(
    `INSERT INTO callback_inbox (id, merchant_id, connection_id, kind, digest, raw, pay_id, trans_id,
       status, code, method, content_type, received_at, state, due_at)
     SELECT id, merchant_id, connection_id, kind, digest, raw, pay_id, trans_id, status, code, method,
       content_type, received_at, 'pending', received_at
     FROM unnest($1::uuid[], $2::integer[], $3::uuid[], $4::text[], $5::bytea[], $6::bytea[], $7::text[],
       $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::timestamptz[])
       AS told (id, merchant_id, connection_id, kind, digest, raw, pay_id, trans_id, status, code, method,
         content_type, received_at)
     ON CONFLICT (connection_id, digest) DO UPDATE SET repeats = callback_inbox.repeats + 1
     RETURNING id`,
    [
      all(({ id }) => id),
      all(({ merchantId }) => merchantId),
      all(({ connectionId }) => connectionId),
      all(({ kind }) => kind),
      all(({ digest }) => digest),
      all(({ raw }) => raw),
      all(({ payId }) => payId),
      all(({ transId }) => transId),
      all(({ status }) => status),
      all(({ code }) => code),
      all(({ method }) => method),
      all(({ contentType }) => contentType),
      all(({ receivedAt }) => new Date(receivedAt)),
    ],
  );
  // A repetition answers the id under which the message was stored before.
  const known = new Set(rows.map(({ id }) => id));
  const isNew = new Set(all(({ id }) => id).filter((id) => known.has(id)));
  // `callback` wakes the workers too, `inbox` only the screens.
  const told = new Map(
    entries.map(({ id, merchantId }) => {
      const type = isNew.has(id) ? ('callback' as const) : ('inbox' as const);
      return [`${type} ${merchantId}`, { type, merchantId }];
    }),
  );
  for (const message of told.values()) await tellLive(sql, message);
  return isNew;
}

type Row = {
  readonly id: string;
  readonly merchant_id: number;
  readonly connection_id: string;
  readonly pay_id: string;
  readonly trans_id: string;
  readonly status: string;
  readonly code: string;
  readonly kind: CallbackKind;
  readonly raw: Buffer;
  readonly received_at: Date;
  readonly attempts: number;
};

/** Claims callbacks that are due (business time `now`) under a lease of wall time, oldest first. */
export async function claimCallbacks(
  sql: Sql,
  { now, wall, leaseMs, limit }: ClaimWish,
): Promise<readonly InboxEntry[]> {
  const { rows } = await sql.query<Row>(
    `UPDATE callback_inbox c SET lease_until = $3, attempts = attempts + 1
     FROM (SELECT id FROM callback_inbox
           WHERE due_at <= $1 AND (lease_until IS NULL OR lease_until < $2)
           ORDER BY due_at LIMIT $4 FOR UPDATE SKIP LOCKED) due
     WHERE c.id = due.id
     RETURNING c.id, c.merchant_id, c.connection_id, c.pay_id, c.trans_id, c.status, c.code,
       c.kind, c.raw, c.received_at, c.attempts`,
    [new Date(now), new Date(wall), new Date(wall + leaseMs), limit],
  );
  return rows.map((row) => ({
    id: row.id,
    merchantId: row.merchant_id,
    connectionId: row.connection_id,
    payId: row.pay_id,
    transId: row.trans_id,
    status: row.status,
    code: row.code,
    kind: row.kind,
    raw: row.raw,
    receivedAt: row.received_at.getTime(),
    attempts: row.attempts,
  }));
}

/** Ends a callback, or puts it off until `dueAt` (ms UTC); `parked` waits for a person. */
export async function settleCallback(
  sql: Sql,
  { id, merchantId }: Pick<InboxEntry, 'id' | 'merchantId'>,
  result: { readonly state: 'done' | 'parked' | 'pending'; readonly said: string },
  { now, dueAt = null }: { readonly now: number; readonly dueAt?: number | null },
): Promise<void> {
  await sql.query(
    `UPDATE callback_inbox SET state = $2, result = $3, processed_at = $4, due_at = $5,
       lease_until = NULL WHERE id = $1`,
    [id, result.state, result.said, new Date(now), dueAt === null ? null : new Date(dueAt)],
  );
  await tellLive(sql, { type: 'inbox', merchantId });
}

/** When the first authentic callback about a payment came in (ms UTC), or null. */
export async function firstReceivedAt(
  sql: Sql,
  { connectionId, payId }: Pick<InboxEntry, 'connectionId' | 'payId'>,
): Promise<number | null> {
  const { rows } = await sql.query<{ first: Date | null }>(
    `SELECT min(received_at) AS first FROM callback_inbox WHERE connection_id = $1 AND pay_id = $2`,
    [connectionId, payId],
  );
  return rows[0]?.first?.getTime() ?? null;
}

/** How many callbacks wait to be worked off by `now` (ms UTC). */
export async function countDue(sql: Sql, now: number): Promise<number> {
  const { rows } = await sql.query<{ count: number }>(
    'SELECT count(*) FROM callback_inbox WHERE due_at <= $1',
    [new Date(now)],
  );
  return rows[0]?.count ?? 0;
}
