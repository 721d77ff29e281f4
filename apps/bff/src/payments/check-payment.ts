import { TRPCError } from '@trpc/server';
import { isOpenState } from 'paygate-payments';
import { readConnection } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import type { Person } from '../sessions/person.ts';
import { askForReview } from './ask-for-review.ts';
import { findVisiblePayment } from './find-visible-payment.ts';
import type { Operation } from './operation.ts';
import { listOperations } from './operation-store.ts';
import type { Payment } from './payment.ts';
import { findPayment } from './payment-store.ts';
import type { OperationView, PaymentView } from './payment-view.ts';
import { toOperationView } from './present-operation.ts';
import { createPresenter } from './present-payment.ts';
import { refreshPayment } from './refresh-payment.ts';
import { resolveOperation } from './resolve-operation.ts';

/**
 * Asks the gateway about a payment now: settles an operation in doubt as far as the evidence allows,
 * adds to the evidence of one in review, else records what changed outside. Answers with the latest
 * operation and the payment.
 * @throws Refused `gateway-unreachable` when the gateway did not tell; that too is kept as evidence.
 */
export async function checkPayment(
  deps: Deps,
  person: Person,
  paymentId: string,
): Promise<{ readonly operation: OperationView | null; readonly payment: PaymentView }> {
  const sql = deps.database.money;
  const payment = await findVisiblePayment(sql, person, paymentId);
  const connection = await readConnection(deps, sql, payment.connectionId);

  const open = (await listOperations(sql, payment)).find(({ state }) => isOpenState(state));
  if (!(await look(deps, connection, payment, open))) throw new Refused('gateway-unreachable');

  const checked = await findPayment(sql, [payment.merchantId], paymentId);
  if (checked === null) throw new TRPCError({ code: 'NOT_FOUND' });
  const latest = (await listOperations(sql, payment)).at(-1) ?? null;
  const present = await createPresenter(deps, sql, person);
  return {
    operation: latest === null ? null : await toOperationView(deps, sql, person, latest),
    payment: present(checked),
  };
}

/** Answers whether the gateway could be asked. */
async function look(
  deps: Deps,
  connection: GatewayConnection,
  payment: Payment,
  open: Operation | undefined,
): Promise<boolean> {
  // What is on its way in a file waits for the answer: no change proves nothing until then.
  const isFiled = open?.state === 'sending' && open.batchFileId !== null;
  if (open?.state === 'review') {
    const review = { operation: open, payment, connection };
    return (await askForReview(deps, review)) !== 'unreachable';
  }
  if (open?.state === 'unknown' || (open?.state === 'sending' && !isFiled)) {
    return resolveOperation(deps, connection, payment, open);
  }
  return ['amounts', 'not-found'].includes(await refreshPayment(deps, connection, payment));
}
