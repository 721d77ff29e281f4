import type { OperationState } from 'paygate-payments';
import type { AuditEntry } from '../audit/record-audit.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Sql } from '../storage/database.ts';
import type { NewEvent } from './event-store.ts';
import type { FiledRef } from './file-operations.ts';
import { changeFiledOperations, type FiledChange, findOperations } from './many-operations-store.ts';
import { lockPayments } from './many-payments-store.ts';
import type { Operation } from './operation.ts';
import { executedEvent, operationEvent } from './operation-event.ts';
import type { Payment } from './payment.ts';
import { lapseAfter } from './record-outcome.ts';
import { recordManyEvents } from './record-many-events.ts';

const PAGE = 1000;
const OPEN: readonly OperationState[] = ['sending', 'unknown'];

/** What an answer says of one operation; `why` explains an unknown outcome that no answer is behind. */
export type FiledOutcome = FiledRef & {
  readonly connection: GatewayConnection;
  readonly verdict: 'success' | 'decline' | 'unknown';
  readonly status: string | null;
  readonly code: string | null;
  readonly why: string | null;
};

/** What became of an operation of a file, for those who compare before they apply. */
export async function statesInFile(
  sql: Sql,
  merchantId: number,
  operationIds: readonly string[],
): Promise<ReadonlyMap<string, OperationState>> {
  const states = new Map<string, OperationState>();
  for (let from = 0; from < operationIds.length; from += PAGE) {
    const page = await findOperations(sql, merchantId, operationIds.slice(from, from + PAGE));
    for (const [id, { state }] of page) states.set(id, state);
  }
  return states;
}

/**
 * Ends the operations of a file as its answer says, under the locks of their payments: executed and
 * declined as by wire, everything else unknown and inquired from now on, its quiet period counted
 * from this moment. What has ended meanwhile stays as it is.
 */
export async function settleInFile(
  sql: Sql,
  merchantId: number,
  outcomes: readonly FiledOutcome[],
  now: number,
): Promise<readonly AuditEntry[]> {
  const audits: AuditEntry[] = [];
  const ordered = [...outcomes].sort(({ paymentId: a }, { paymentId: b }) => (a < b ? -1 : 1));
  for (let from = 0; from < ordered.length; from += PAGE) {
    audits.push(...(await settlePage(sql, merchantId, ordered.slice(from, from + PAGE), now)));
  }
  return audits;
}

async function settlePage(
  sql: Sql,
  merchantId: number,
  outcomes: readonly FiledOutcome[],
  now: number,
): Promise<readonly AuditEntry[]> {
  const byPayment = new Map(outcomes.map((outcome) => [outcome.paymentId, outcome]));
  const payments = await lockPayments(sql, merchantId, [...byPayment.keys()]);
  const ids = outcomes.map(({ operationId }) => operationId);
  const operations = await findOperations(sql, merchantId, ids);
  // An outcome that is unknown already learns nothing from hearing it again.
  const fresh = outcomes.filter(
    ({ operationId, verdict }) =>
      verdict !== 'unknown' || operations.get(operationId)?.state === 'sending',
  );
  const changed = await changeFiledOperations(
    sql,
    merchantId,
    OPEN,
    fresh.map((outcome) => changeFor(outcome, now)),
  );
  const changes = payments.flatMap((payment) => {
    const outcome = byPayment.get(payment.id);
    const operation = operations.get(outcome?.operationId ?? '');
    if (outcome === undefined || operation === undefined || !changed.has(operation.id)) return [];
    const events = eventsFor(payment, operation, outcome, now);
    return [{ payment, connection: outcome.connection, events }];
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
      // The batch manager may still be at it: the quiet period starts with its answer.
      return { id, state: 'unknown', status, code, text: why, sentAt: now, dueAt: now };
  }
}

function eventsFor(
  payment: Payment,
  operation: Operation,
  { verdict, code, why }: FiledOutcome,
  now: number,
): readonly NewEvent[] {
  switch (verdict) {
    case 'success':
      return [executedEvent(operation, now, { code })];
    case 'decline':
      return [
        operationEvent('operation-declined', operation, now, { code }),
        ...lapseAfter(payment, operation, code ?? '', now),
      ];
    case 'unknown':
      return [operationEvent('operation-unknown', operation, now, { code, description: why })];
  }
}
