import { randomUUIDv7 } from 'node:crypto';
import type { CallbackKind } from 'paygate-core/notification';
import type { Sql } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';

/** Equal refusals within one minute, without a word of their content. Instants ms UTC. */
export type Rejection = {
  readonly merchantId: number;
  readonly connectionId: string;
  readonly kind: CallbackKind;
  readonly reason: string;
  /** SHA-256 of the message; empty where many different ones are counted together. */
  readonly digest: Buffer;
  /** The size of the message; null where many are counted together. */
  readonly bytes: number | null;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly count: number;
};

const MINUTE_MS = 60_000;

/** Adds refusals to those of the same minute, and tells the screens of their merchant. */
export async function addRejection(sql: Sql, rejection: Rejection): Promise<void> {
  await sql.query(
    `INSERT INTO callback_rejections AS known (id, merchant_id, connection_id, kind, reason, digest,
       bytes, minute, first_at, last_at, count)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (merchant_id, connection_id, kind, reason, minute, digest)
       DO UPDATE SET count = known.count + excluded.count, last_at = excluded.last_at`,
    [
      randomUUIDv7(),
      rejection.merchantId,
      rejection.connectionId,
      rejection.kind,
      rejection.reason,
      rejection.digest,
      rejection.bytes,
      new Date(minuteOf(rejection.firstAt)),
      new Date(rejection.firstAt),
      new Date(rejection.lastAt),
      rejection.count,
    ],
  );
  await tellLive(sql, { type: 'inbox', merchantId: rejection.merchantId });
}

/** The start of the minute of an instant (ms UTC). */
export function minuteOf(at: number): number {
  return Math.floor(at / MINUTE_MS) * MINUTE_MS;
}
