import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { recordAudit } from '../audit/record-audit.ts';
import { readConnection } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { committed, isUniqueViolation } from './committed.ts';
import { decideOperation, type Wish } from './decide-operation.ts';
import { lockPayment } from './lock-payment-store.ts';
import type { Operation } from './operation.ts';
import { operationEvent } from './operation-event.ts';
import { findOperation, insertOperation } from './operation-store.ts';
import type { Payment } from './payment.ts';
import { findPayment } from './payment-store.ts';
import { recordEvents } from './record-events.ts';
import { hashRequest } from './request-hash.ts';

export type Reserved =
  | { readonly isNew: false; readonly operation: Operation }
  | {
      readonly isNew: true;
      /** Wall time: a process that stood still must not claim late. */
      readonly reservedAt: number;
      readonly operation: Operation;
      readonly payment: Payment;
      readonly connection: GatewayConnection;
    };

export type { Wish };

/** After this long a reserved operation that was not sent is cancelled, never sent. */
export const RESERVED_FOR_MS = 60_000;

/**
 * Asks every rule under the lock of the payment and books the operation as `requested`, with its
 * audit line, in one transaction. A key that was used for the same wish gives back its operation.
 * @throws Refused by the rules; TRPCError NOT_FOUND for a payment the person may not see, FORBIDDEN
 * without the right at its merchant.
 */
export async function reserveOperation(deps: Deps, person: Person, wish: Wish): Promise<Reserved> {
  const id = randomUUIDv7();
  const reservedAt = deps.clock.wall();
  try {
    return await committed(
      () =>
        inTransaction(deps.database.money, (sql) =>
          reserve(deps, sql, person, wish, { id, reservedAt }),
        ),
      () => rereadReserved(deps, person, id, reservedAt),
    );
  } catch (error) {
    // The same key at two payments at once: their locks do not meet, the unique key does.
    if (isUniqueViolation(error, 'client_key')) throw new Refused('key-reused');
    throw error;
  }
}

async function reserve(
  deps: Deps,
  sql: Sql,
  person: Person,
  wish: Wish,
  { id, reservedAt }: { readonly id: string; readonly reservedAt: number },
): Promise<Reserved> {
  const visible = person.memberships.filter(({ rights }) => rights.includes('see'));
  const merchantIds = visible.map(({ merchantId }) => merchantId);
  const payment = await lockPayment(sql, merchantIds, wish.paymentId);
  const membership = visible.find(({ merchantId }) => merchantId === payment?.merchantId);
  if (payment === null || membership === undefined) throw new TRPCError({ code: 'NOT_FOUND' });

  const requestHash = hashRequest(person.id, wish);
  const known = await findOperation(sql, [payment.merchantId], { key: wish.key });
  if (known !== null) {
    if (!known.requestHash.equals(requestHash)) throw new Refused('key-reused');
    return { isNew: false, operation: known };
  }

  const connection = await readConnection(deps, sql, payment.connectionId);
  const now = deps.clock.now();
  const { amount, closes } = await decideOperation(
    sql,
    { payment, connection, membership, personId: person.id, now },
    wish,
  );
  const booked = {
    id,
    merchantId: payment.merchantId,
    paymentId: payment.id,
    kind: wish.kind,
    amount,
    currency: payment.currency,
    closeRest: wish.kind === 'capture' && wish.closeRest,
    closes,
    refNr: wish.kind === 'capture' ? (wish.refNr ?? null) : null,
    reason: wish.kind === 'capture' ? null : (wish.reason ?? null),
    note: wish.kind === 'capture' ? null : (wish.note ?? null),
    clientKey: wish.key,
    requestHash,
    reqId: randomBytes(16).toString('hex'),
    createdAt: now,
    createdBy: person.id,
    dueAt: now + RESERVED_FOR_MS,
  };
  const operation = await insertOperation(sql, booked);
  const requested = operationEvent('operation-requested', operation, now);
  const reserved = await recordEvents(sql, connection, payment, [requested], now);
  await recordAudit(sql, {
    merchantId: payment.merchantId,
    at: now,
    actorId: person.id,
    action: `${wish.kind}-requested`,
    subject: `payment:${payment.id}`,
    details: { operationId: id, amount, closeRest: booked.closeRest, reason: booked.reason },
  });
  return { isNew: true, reservedAt, operation, payment: reserved, connection };
}

async function rereadReserved(
  deps: Deps,
  person: Person,
  id: string,
  reservedAt: number,
): Promise<Reserved | null> {
  const merchantIds = person.memberships.map(({ merchantId }) => merchantId);
  const sql = deps.database.money;
  const operation = await findOperation(sql, merchantIds, { operationId: id });
  if (operation === null) return null;
  const payment = await findPayment(sql, [operation.merchantId], operation.paymentId);
  if (payment === null) return null;
  const connection = await readConnection(deps, sql, payment.connectionId);
  return { isNew: true, reservedAt, operation, payment, connection };
}
