import type { OperationKind, OperationState } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';

/** An operation with the lines of the audit log and of the timeline that tell about it. */
export type Told = {
  readonly id: string;
  readonly merchantId: number;
  readonly payId: string;
  readonly paymentId: string;
  readonly kind: OperationKind;
  readonly amount: number;
  readonly clientKey: string;
  readonly reqId: string;
  readonly state: OperationState;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly sentAt: number | null;
  readonly resolvedAt: number | null;
  readonly inquiries: number;
  readonly audit: readonly string[];
  readonly actors: readonly string[];
  readonly facts: readonly string[];
};

/** Every operation on these payments, oldest first. */
export async function listTold(sql: Sql, payIds: readonly string[]): Promise<readonly Told[]> {
  const { rows } = await sql.query<Told>(
    `WITH lines AS (
       SELECT merchant_id, details->>'operationId' AS operation_id,
         array_agg(action ORDER BY seq) AS audit,
         array_agg(actor_id::text ORDER BY seq) FILTER (WHERE actor_id IS NOT NULL) AS actors
       FROM audit_log WHERE details->>'operationId' IS NOT NULL GROUP BY 1, 2)
     SELECT o.id, o.merchant_id AS "merchantId", p.pay_id AS "payId", o.payment_id AS "paymentId",
       o.kind, o.amount, o.client_key AS "clientKey", o.req_id AS "reqId", o.state,
       o.created_by AS "createdBy", (extract(epoch FROM o.created_at) * 1000)::bigint AS "createdAt",
       (extract(epoch FROM o.sent_at) * 1000)::bigint AS "sentAt",
       (extract(epoch FROM o.resolved_at) * 1000)::bigint AS "resolvedAt",
       jsonb_array_length(o.evidence) AS inquiries,
       coalesce(a.audit, '{}') AS audit, coalesce(a.actors, '{}') AS actors,
       ARRAY(SELECT fact FROM payment_events e WHERE e.merchant_id = o.merchant_id
             AND e.operation_id = o.id ORDER BY seq) AS facts
     FROM operations o JOIN payments p ON p.merchant_id = o.merchant_id AND p.id = o.payment_id
     LEFT JOIN lines a ON a.merchant_id = o.merchant_id AND a.operation_id = o.id::text
     WHERE p.pay_id = ANY($1) ORDER BY o.created_at, o.id`,
    [payIds],
  );
  return rows;
}

const TOLD_TABLES = ['operations', 'payment_events', 'gateway_calls', 'audit_log', 'payments'];

/** Which tables hold this text in the clear. */
export async function leakedInto(sql: Sql, text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of TOLD_TABLES) {
    const { rows } = await sql.query(
      `SELECT 1 FROM ${table} WHERE position($1 IN ${table}::text) > 0 LIMIT 1`,
      [text],
    );
    if (rows.length > 0) found.push(table);
  }
  return found;
}
