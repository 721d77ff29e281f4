import {
  deadlines,
  doubtOf,
  foldEvents,
  refundableOf,
  reimbursedOf,
  remainingOf,
  statusOf,
} from 'paygate-payments';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import { bookMovements } from '../reports/book-movements.ts';
import type { Sql } from '../storage/database.ts';
import { auditEvents } from './audit-events.ts';
import { appendEvents, listEvents, type NewEvent } from './event-store.ts';
import { saveFold } from './fold-store.ts';
import { openOperationsOf } from './operation-store.ts';
import type { Payment } from './payment.ts';

/**
 * Appends facts to a payment whose row the caller's transaction has locked, and writes what all
 * its facts and open operations add up to. The one way in which a payment changes.
 *
 * The first fact `authorized` sets the deadlines, counted from its `at`; they are never moved.
 */
export async function recordEvents(
  sql: Sql,
  connection: Pick<GatewayConnection, 'captureWindowMs' | 'refundWindowMs'>,
  payment: Payment,
  events: readonly NewEvent[],
  now: number,
): Promise<Payment> {
  const appended = await appendEvents(sql, payment, events);
  const stored = await listEvents(sql, payment);
  const facts = stored.map(({ event }) => event);
  const { amounts, lifecycle, captureScheduled } = foldEvents(facts);
  const open = await openOperationsOf(sql, payment);
  const { openState } = open;
  // What was paid back past the gateway must not be refunded once more.
  const creditInDoubt = open.creditInDoubt + reimbursedOf(facts);

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

  const fold = {
    amounts,
    lifecycle,
    doubt: doubtOf(facts),
    status: statusOf({ amounts, lifecycle, openState, captureScheduled }),
    openState,
    creditInDoubt,
    authorizedAt,
    captureBy,
    refundUntil,
    captureDue: remainingOf(amounts) > 0 ? captureBy : null,
    refundDue: refundableOf(amounts, creditInDoubt) > 0 ? refundUntil : null,
    searchable: stored.flatMap(({ xid }) => (xid === null ? [] : [xid])),
  };
  const saved = await saveFold(sql, payment, fold, now);
  const newEvents = appended.map(({ event }) => event);
  await bookMovements(sql, payment, newEvents);
  await auditEvents(sql, payment, appended, now);
  return saved;
}
