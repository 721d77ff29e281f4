import { TRPCError } from '@trpc/server';
import { quietUntil } from 'paygate-payments';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import { createReviewers } from './find-reviewer.ts';
import type { Operation, OperationRef } from './operation.ts';
import { readOperation } from './operation-store.ts';
import { findPayment } from './payment-store.ts';
import type { OperationView, PaymentView } from './payment-view.ts';
import { createPresenter } from './present-payment.ts';
import { presentReview } from './present-review.ts';

/** What this person may know of an operation, and do about it while it is in review. */
export async function toOperationView(
  deps: Pick<Deps, 'clock' | 'env'>,
  sql: Sql,
  person: Person,
  operation: Operation,
): Promise<OperationView> {
  return viewOf(deps, createReviewers(deps, sql, person), operation);
}

/** The same for many, in their order. */
export async function toOperationViews(
  deps: Pick<Deps, 'clock' | 'env'>,
  sql: Sql,
  person: Person,
  operations: readonly Operation[],
): Promise<readonly OperationView[]> {
  const reviewers = createReviewers(deps, sql, person);
  return Promise.all(operations.map((operation) => viewOf(deps, reviewers, operation)));
}

async function viewOf(
  deps: Pick<Deps, 'clock' | 'env'>,
  reviewers: ReturnType<typeof createReviewers>,
  operation: Operation,
): Promise<OperationView> {
  const { quietPeriodMs: quietMs, creditQuietPeriodMs: creditQuietMs } = deps.env;
  const { kind, sentAt, resolvedAt, dueAt } = operation;
  const isOpen = resolvedAt === null && sentAt !== null;
  return {
    id: operation.id,
    paymentId: operation.paymentId,
    kind,
    amount: operation.amount,
    currency: operation.currency,
    closeRest: operation.closeRest,
    state: operation.state,
    code: operation.resultCode,
    description: operation.resultText,
    cancelReason: operation.cancelReason,
    reason: operation.reason,
    note: operation.note,
    refNr: operation.refNr,
    reqId: operation.reqId,
    xid: operation.xid,
    by: operation.by,
    createdAt: operation.createdAt,
    sentAt,
    resolvedAt,
    nextCheckAt: isOpen ? dueAt : null,
    quietUntil: isOpen ? quietUntil(kind, sentAt, { quietMs, creditQuietMs }) : null,
    evidence: [...operation.evidence],
    batchFileId: operation.batchFileId,
    ...(await presentReview(deps, reviewers, operation)),
  };
}

/** The operation and its payment as they are now, read again from the database. */
export async function presentOperation(
  deps: Deps,
  person: Person,
  ref: OperationRef,
): Promise<{ readonly operation: OperationView; readonly payment: PaymentView }> {
  const sql = deps.database.money;
  const operation = await readOperation(sql, ref);
  const payment = await findPayment(sql, [ref.merchantId], ref.paymentId);
  if (payment === null) throw new TRPCError({ code: 'NOT_FOUND' });
  const present = await createPresenter(deps, sql, person);
  const view = await toOperationView(deps, sql, person, operation);
  return { operation: view, payment: present(payment) };
}
