import type { OperationState } from 'paygate-payments';
import type { AuditEntry } from '../audit/record-audit.ts';
import type { Sql } from '../storage/database.ts';
import type { NewEvent } from './event-store.ts';
import {
  changeFiledOperations,
  type FiledChange,
  findOperations,
} from './many-operations-store.ts';
import { findPayments, lockPayments } from './many-payments-store.ts';
import type { FiledRef, FileScope } from './move-in-file.ts';
import type { Operation } from './operation.ts';
import { executedEvent, operationEvent } from './operation-event.ts';
import type { Payment } from './payment.ts';
import { pagesOf } from './read-filed-payments.ts';
import { recordManyEvents } from './record-many-events.ts';
import { lapseAfter } from './record-outcome.ts';

const OPEN: readonly OperationState[] = ['sending', 'unknown'];

/** What is known of one operation; `why` explains an unknown outcome that no answer is behind. */
export type FiledOutcome = FiledRef & {
  readonly verdict: 'success' | 'decline' | 'unknown';
  readonly status: string | null;
  readonly code: string | null;
  readonly why: string | null;
};

/**
 * Ends the operations of a file as its answer says, under the locks of their payments: executed and
 * declined as by wire; everything else is unknown and due at once, its quiet period counted from this
 * moment, for the batch manager may still be at it. What has ended meanwhile stays as it is.
 */
export async function settleInFile(
  sql: Sql,
  scope: FileScope,
  outcomes: readonly FiledOutcome[],
  now: number,
): Promise<readonly AuditEntry[]> {
  const audits: AuditEntry[] = [];
  const ordered = [...outcomes].sort(({ paymentId: a }, { paymentId: b }) => (a < b ? -1 : 1));
  for (const page of pagesOf(ordered)) audits.push(...(await settlePage(sql, scope, page, now)));
  return audits;
}

async function settlePage(
  sql: Sql,
  { merchantId, windowsOf }: FileScope,
  outcomes: readonly FiledOutcome[],
  now: number,
): Promise<readonly AuditEntry[]> {
  const byPayment = new Map(outcomes.map((outcome) => [outcome.paymentId, outcome]));
  await lockPayments(sql, merchantId, [...byPayment.keys()]);
  const ids = outcomes.map(({ operationId }) => operationId);
  const operations = await findOperations(sql, merchantId, ids);
  // An outcome that is unknown already learns nothing from hearing it again.
  const news = outcomes.filter(
    ({ operationId, verdict }) =>
      verdict !== 'unknown' || operations.get(operationId)?.state === 'sending',
  );
  const wanted = news.map((outcome) => changeFor(outcome, now));
  const changed = await changeFiledOperations(sql, merchantId, OPEN, wanted);
  const touched = news.filter(({ operationId }) => changed.has(operationId));
  const payments = await findPayments(
    sql,
    merchantId,
    touched.map(({ paymentId }) => paymentId),
  );
  const changes = payments.flatMap((payment) => {
    const outcome = byPayment.get(payment.id);
    const operation = operations.get(outcome?.operationId ?? '');
    if (outcome === undefined || operation === undefined) return [];
    const events = eventsFor(payment, operation, outcome, now);
    return [{ payment, connection: windowsOf(payment), events }];
  });
  return recordManyEvents(sql, merchantId, changes, now);
}

function changeFor(outcome: FiledOutcome, now: number): FiledChange {
  const { operationId: id, verdict, status, code, why } = outcome;
  switch (verdict) {
    case 'success':
      return { id, state: 'succeeded', status, code, resolvedAt: now };
    case 'decline':
      return { id, state: 'failed', status, code, resolvedAt: now };
    case 'unknown':
      return { id, state: 'unknown', status, code, text: why, sentAt: now, dueAt: now };
  }
}

function eventsFor(
  payment: Payment,
  operation: Operation,
  { verdict, code, why }: FiledOutcome,
  now: number,
): readonly NewEvent[] {
  const told = { ...operation, reqId: null };
  switch (verdict) {
    case 'success':
      return [executedEvent(told, now, { code })];
    case 'decline':
      return [
        operationEvent('operation-declined', told, now, { code }),
        ...lapseAfter(payment, operation, code ?? '', now),
      ];
    case 'unknown':
      return [operationEvent('operation-unknown', told, now, { code, description: why })];
  }
}
