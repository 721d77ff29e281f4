import { randomUUIDv7 } from 'node:crypto';
import type { Sql } from '../storage/database.ts';
import type { Call } from './exchange.ts';

/** A call and what it was about; ids are null where there is no such thing (yet). */
export type StoredCall = Call & {
  readonly merchantId: number;
  readonly connectionId: string;
  readonly paymentId: string | null;
  readonly operationId: string | null;
};

/** Adds one call to the trace. Holds no message, no key and no MAC. */
export async function insertCall(sql: Sql, call: StoredCall): Promise<void> {
  await sql.query(
    `INSERT INTO gateway_calls (id, merchant_id, connection_id, payment_id, operation_id, endpoint,
       req_id, at, duration_ms, outcome, http_status, status, code, answer_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      randomUUIDv7(),
      call.merchantId,
      call.connectionId,
      call.paymentId,
      call.operationId,
      call.endpoint,
      call.reqId,
      new Date(call.at),
      call.durationMs,
      call.outcome,
      call.httpStatus,
      call.status,
      call.code,
      call.answerHash,
    ],
  );
}
