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

/** Adds calls to the trace, in one statement. Holds no message, no key and no MAC. */
export async function insertCalls(sql: Sql, calls: readonly StoredCall[]): Promise<void> {
  const rows = calls.map(({ at, answerHash, ...call }) => ({
    ...call,
    id: randomUUIDv7(),
    at: new Date(at),
    answerHash: answerHash?.toString('hex') ?? null,
  }));
  await sql.query(
    `INSERT INTO gateway_calls (id, merchant_id, connection_id, payment_id, operation_id, endpoint,
       req_id, at, duration_ms, outcome, http_status, status, code, answer_hash)
     SELECT id, "merchantId", "connectionId", "paymentId", "operationId", endpoint, "reqId", at,
       "durationMs", outcome, "httpStatus", status, code, decode("answerHash", 'hex')
     FROM jsonb_to_recordset($1) AS call(id uuid, "merchantId" integer, "connectionId" uuid,
       "paymentId" uuid, "operationId" uuid, endpoint text, "reqId" text, at timestamptz,
       "durationMs" integer, outcome text, "httpStatus" integer, status text, code text,
       "answerHash" text)`,
    [JSON.stringify(rows)],
  );
}
