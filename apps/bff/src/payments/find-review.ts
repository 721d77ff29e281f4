import { TRPCError } from '@trpc/server';
import { mayProposeReview, rightToPropose } from 'paygate-payments';
import { recordDenial } from '../audit/record-denial.ts';
import { readConnection } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import { visibleMerchants } from './find-visible-payment.ts';
import { lockPaymentOf } from './lock-payment-store.ts';
import type { Operation, OperationRef } from './operation.ts';
import { findOperation, readOperation } from './operation-store.ts';
import type { Payment } from './payment.ts';
import { findPayment } from './payment-store.ts';

export type Review = {
  readonly operation: Operation;
  readonly payment: Payment;
  readonly connection: GatewayConnection;
};

/** @throws TRPCError NOT_FOUND when the person may see no such operation. */
export async function findReview(deps: Deps, person: Person, operationId: string): Promise<Review> {
  const sql = deps.database.money;
  const operation = await findOperation(sql, visibleMerchants(person), { operationId });
  const payment =
    operation && (await findPayment(sql, [operation.merchantId], operation.paymentId));
  if (operation === null || payment === null) throw new TRPCError({ code: 'NOT_FOUND' });
  const connection = await readConnection(deps, sql, payment.connectionId);
  return { operation, payment, connection };
}

/** The operation and its payment, locked until the transaction ends. */
export async function lockReview(sql: Sql, ref: OperationRef): Promise<Omit<Review, 'connection'>> {
  const payment = await lockPaymentOf(sql, ref);
  return { payment, operation: await readOperation(sql, ref) };
}

/**
 * Lets pass who may say what became of the operation, or take it back.
 * @throws TRPCError FORBIDDEN without the right of its action, which leaves an audit line;
 * Refused `stale-version` when it is in review no more.
 */
export async function ensureMayPropose(
  deps: Deps,
  person: Person,
  operation: Operation,
  path: string,
): Promise<void> {
  const membership = person.memberships.find(
    ({ merchantId }) => merchantId === operation.merchantId,
  );
  const right = rightToPropose(operation.kind);
  const rights = membership?.rights ?? [];
  if (!rights.includes(right)) {
    await recordDenial(deps, person, { right, path });
    throw new TRPCError({ code: 'FORBIDDEN', message: right });
  }
  if (!mayProposeReview(operation, { rights })) throw new Refused('stale-version');
}
