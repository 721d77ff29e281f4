import type { PaymentEvent } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import type { Payment } from './payment.ts';

/** What a fact carries besides what the fold needs; shown in the timeline. */
export type EventSource = {
  readonly operationId?: string | null;
  readonly actorId?: string | null;
  readonly code?: string | null;
  readonly description?: string | null;
  readonly xid?: string | null;
  readonly reqId?: string | null;
};

export type NewEvent = { readonly event: PaymentEvent; readonly source?: EventSource };

export type StoredEvent = {
  readonly seq: number;
  readonly event: PaymentEvent;
  readonly operationId: string | null;
  readonly by: string | null;
  readonly code: string | null;
  readonly description: string | null;
  readonly xid: string | null;
  readonly reqId: string | null;
};

type PaymentKey = Pick<Payment, 'merchantId' | 'id'>;

/** Appends facts to a locked payment and answers those that are new; others are left as they are. */
export async function appendEvents(
  sql: Sql,
  payment: PaymentKey,
  events: readonly NewEvent[],
): Promise<readonly NewEvent[]> {
  const appended: NewEvent[] = [];
  for (const added of events) {
    const { event, source = {} } = added;
    const { fact, type, at } = event;
    const { rowCount } = await sql.query(
      `INSERT INTO payment_events
         (merchant_id, payment_id, seq, fact, type, at, body, operation_id, actor_id)
       SELECT $1, $2, coalesce(max(seq), 0) + 1, $3, $4, $5, $6, $7, $8
       FROM payment_events WHERE merchant_id = $1 AND payment_id = $2
       ON CONFLICT (merchant_id, payment_id, fact) DO NOTHING`,
      [
        payment.merchantId,
        payment.id,
        fact,
        type,
        new Date(at),
        JSON.stringify(bodyOf(added)),
        source.operationId ?? null,
        source.actorId ?? null,
      ],
    );
    if (rowCount === 1) appended.push(added);
  }
  return appended;
}

/** A row of `payment_events`, joined with the name of its actor. */
export type EventRow = {
  readonly seq: number;
  readonly fact: string;
  readonly type: string;
  readonly at: Date;
  readonly body: Readonly<Record<string, unknown>>;
  readonly operation_id: string | null;
  readonly by: string | null;
};

/** Every fact of a payment in the order it was learned, with the name of who caused it. */
export async function listEvents(sql: Sql, payment: PaymentKey): Promise<readonly StoredEvent[]> {
  const { rows } = await sql.query<EventRow>(
    `SELECT seq, fact, type, at, body, operation_id, users.name AS by
     FROM payment_events LEFT JOIN users ON users.id = actor_id
     WHERE merchant_id = $1 AND payment_id = $2 ORDER BY seq`,
    [payment.merchantId, payment.id],
  );
  return rows.map(toStoredEvent);
}

/** Reads such a row. */
export function toStoredEvent(row: EventRow): StoredEvent {
  const { fact, type, body } = row;
  const { code, description, xid, reqId, ...rest } = body;
  return {
    seq: row.seq,
    // The body was written from a PaymentEvent of this type by `bodyOf`.
    event: { fact, type, at: row.at.getTime(), ...rest, code } as PaymentEvent,
    operationId: row.operation_id,
    by: row.by,
    code: textOf(code),
    description: textOf(description),
    xid: textOf(xid),
    reqId: textOf(reqId),
  };
}

/** What of a fact has no column of its own. */
export function bodyOf({ event, source = {} }: NewEvent): object {
  const { fact: _fact, type: _type, at: _at, ...body } = event;
  const { code, description, xid, reqId } = source;
  return { code, description, xid, reqId, ...body };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
