import { deadlines, foldEvents, refundableOf, remainingOf, statusOf } from 'paygate-payments';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Sql } from '../storage/database.ts';
import { auditEvents } from './audit-events.ts';
import { appendEvents, listEvents, type NewEvent, type StoredEvent } from './event-store.ts';
import { type Fold, saveFold } from './fold-store.ts';
import { type OpenOperations, openOperationsOf } from './operation-store.ts';
import type { Payment } from './payment.ts';

export type Windows = Pick<GatewayConnection, 'captureWindowMs' | 'refundWindowMs'>;

/**
 * Appends facts to a payment whose row the caller's transaction has locked, and writes what all
 * its facts and open operations add up to. The one way in which a payment changes.
 *
 * The first fact `authorized` sets the deadlines, counted from its `at`; they are never moved.
 */
export async function recordEvents(
  sql: Sql,
  connection: Windows,
  payment: Payment,
  events: readonly NewEvent[],
  now: number,
): Promise<Payment> {
  const appended = await appendEvents(sql, payment, events);
  const stored = await listEvents(sql, payment);
  const open = await openOperationsOf(sql, payment);
  const fold = foldPayment(connection, payment, stored, open);
  const saved = await saveFold(sql, payment, fold, now);
  await auditEvents(sql, payment, appended, now);
  return saved;
}

/** What these facts and open operations of a payment add up to. */
export function foldPayment(
  connection: Windows,
  payment: Payment,
  stored: readonly Pick<StoredEvent, 'event' | 'xid'>[],
  { openState, creditInDoubt }: OpenOperations,
): Fold {
  const { amounts, lifecycle } = foldEvents(stored.map(({ event }) => event));

  const authorizedAt =
    payment.authorizedAt ??
    stored.find(({ event }) => event.type === 'authorized')?.event.at ??
    null;
  const { captureBy, refundUntil } =
    authorizedAt === null
      ? { captureBy: null, refundUntil: null }
      : payment.captureBy !== null && payment.refundUntil !== null
        ? payment
        : deadlines({ authorizedAt, ...connection });

  return {
    amounts,
    lifecycle,
    status: statusOf({ amounts, lifecycle, openState }),
    openState,
    creditInDoubt,
    authorizedAt,
    captureBy,
    refundUntil,
    captureDue: remainingOf(amounts) > 0 ? captureBy : null,
    refundDue: refundableOf(amounts, creditInDoubt) > 0 ? refundUntil : null,
    searchable: stored.flatMap(({ xid }) => (xid === null ? [] : [xid])),
  };
}
