import {
  allowedActions,
  captureUrgency,
  refundableOf,
  refundUrgency,
  remainingOf,
} from 'paygate-payments';
import { listConnections } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import { factsOf, type Payment, rulesOf } from './payment.ts';
import type { PaymentView } from './payment-view.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

/** A function that turns payments into what this person may see and do, now. */
export async function createPresenter(
  deps: Pick<Deps, 'clock' | 'secrets'>,
  sql: Sql,
  person: Person,
): Promise<(payment: Payment) => PaymentView> {
  const merchantIds = person.memberships.map(({ merchantId }) => merchantId);
  const connections = await listConnections(deps, sql, merchantIds);
  return presenterOver(connections, person, deps.clock.now());
}

/** The same for who has read the connections of the person's merchants already. */
export function presenterOver(
  connections: readonly GatewayConnection[],
  { memberships }: Person,
  now: number,
): (payment: Payment) => PaymentView {
  return (payment) => {
    const connection = connections.find(({ id }) => id === payment.connectionId);
    const membership = memberships.find(({ merchantId }) => merchantId === payment.merchantId);
    if (connection === undefined || membership === undefined) {
      throw new Error(`payment ${payment.id} is not this person's`);
    }
    const facts = factsOf(payment);
    const actions = allowedActions(facts, rulesOf(connection), now, membership.rights);
    return toPaymentView(payment, connection, [...actions], now);
  };
}

function toPaymentView(
  payment: Payment,
  connection: GatewayConnection,
  actions: PaymentView['allowedActions'],
  now: number,
): PaymentView {
  const { amounts, creditInDoubt, captureBy, refundUntil } = payment;
  const remaining = Math.max(0, remainingOf(amounts));
  const refundable = refundableOf(amounts, creditInDoubt);
  const { slug, label, mode, minimum, severalCaptures, partialReversal } = connection;
  const { refundWindowMs } = connection;
  const testWindow = refundWindowMs <= WEEK_MS;
  const hasCapture = remaining > 0 && captureBy !== null;
  const hasRefund = refundable > 0 && refundUntil !== null;
  return {
    id: payment.id,
    merchantId: payment.merchantId,
    payId: payment.payId,
    transId: payment.transId,
    refNr: payment.refNr,
    twintOrderId: payment.twintOrderId,
    orderDesc: payment.orderDesc,
    currency: payment.currency,
    connection: { slug, label, mode, testWindow, minimum, severalCaptures, partialReversal },
    source: payment.source,
    status: payment.status,
    requestedAmount: payment.requestedAmount,
    ...amounts,
    remaining,
    refundable,
    createdAt: payment.createdAt,
    authorizedAt: payment.authorizedAt,
    captureBy,
    refundUntil,
    captureUrgency: hasCapture ? captureUrgency(captureBy, now) : 'none',
    refundUrgency: hasRefund ? refundUrgency(refundUntil, now, refundWindowMs) : 'none',
    checkedAt: payment.checkedAt,
    doubt: payment.doubt,
    batchFileId: payment.batchFileId,
    version: payment.version,
    allowedActions: actions,
  };
}
