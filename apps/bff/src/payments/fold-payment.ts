import {
  deadlines,
  doubtOf,
  foldEvents,
  foldRefNr,
  refundableOf,
  reimbursedOf,
  remainingOf,
  statusOf,
} from 'paygate-payments';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { StoredEvent } from './event-store.ts';
import type { Fold } from './fold-store.ts';
import type { OpenOperations } from './open-operations.ts';
import type { Payment } from './payment.ts';

/** How long an authorization can be captured, and captured money given back. */
export type Windows = Pick<GatewayConnection, 'captureWindowMs' | 'refundWindowMs'>;

/** What all facts of a payment, in the order they were learned, and its open operations add up to. */
export function foldPayment(
  connection: Windows,
  payment: Payment,
  stored: readonly Pick<StoredEvent, 'event' | 'xid'>[],
  { openState, batchFileId, ...open }: OpenOperations,
): Fold {
  const facts = stored.map(({ event }) => event);
  const { amounts, lifecycle, captureScheduled } = foldEvents(facts);
  // What was paid back past the gateway must not be refunded once more.
  const creditInDoubt = open.creditInDoubt + reimbursedOf(facts);
  const authorizedAt =
    payment.authorizedAt ?? facts.find(({ type }) => type === 'authorized')?.at ?? null;
  const { captureBy, refundUntil } =
    authorizedAt === null
      ? { captureBy: null, refundUntil: null }
      : payment.captureBy !== null && payment.refundUntil !== null
        ? payment
        : deadlines({ authorizedAt, ...connection });
  return {
    amounts,
    lifecycle,
    doubt: doubtOf(facts),
    status: statusOf({ amounts, lifecycle, openState, captureScheduled }),
    openState,
    batchFileId,
    creditInDoubt,
    authorizedAt,
    captureBy,
    refundUntil,
    captureDue: remainingOf(amounts) > 0 ? captureBy : null,
    refundDue: refundableOf(amounts, creditInDoubt) > 0 ? refundUntil : null,
    searchable: [
      ...stored.flatMap(({ xid }) => (xid === null ? [] : [xid])),
      ...foldRefNr(facts).former,
    ],
  };
}
