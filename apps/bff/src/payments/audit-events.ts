import type { PaymentEvent } from 'paygate-payments';
import { type AuditEntry, recordAudit } from '../audit/record-audit.ts';
import type { Sql } from '../storage/database.ts';
import type { NewEvent } from './event-store.ts';
import type { Payment } from './payment.ts';

/** Facts that nobody asked for, and what became of what somebody asked for. */
const audited: ReadonlySet<PaymentEvent['type']> = new Set([
  'operation-declined',
  'operation-unknown',
  'operation-not-executed',
  'operation-cancelled',
  'operation-review',
  'ref-nr-changed',
  'ref-nr-declined',
  'ref-nr-unknown',
  'ref-nr-kept',
  'external-capture',
  'external-credit',
  'external-reversal',
  'lapsed',
]);

/**
 * Writes the audit lines of facts that were just appended: outcomes of operations, steps made
 * elsewhere, lapsed authorizations. Who asked stands in the line of the request.
 */
export async function auditEvents(
  sql: Sql,
  payment: Pick<Payment, 'merchantId' | 'id'>,
  events: readonly NewEvent[],
  at: number,
): Promise<void> {
  for (const entry of auditEntries(payment, events, at)) await recordAudit(sql, entry);
}

/** The same lines, for whoever appends those of many payments at the end of a transaction. */
export function auditEntries(
  { merchantId, id }: Pick<Payment, 'merchantId' | 'id'>,
  events: readonly NewEvent[],
  at: number,
): readonly AuditEntry[] {
  return events.flatMap(({ event, source = {} }) => {
    const { operationId, code, xid, description } = source;
    const executes = typeof operationId === 'string' && 'amount' in event;
    if (!executes && !audited.has(event.type)) return [];
    const { type: action, fact: _fact, at: _at, ...figures } = event;
    const details = { ...figures, operationId, code, xid, description };
    return [{ merchantId, at, actorId: null, action, subject: `payment:${id}`, details }];
  });
}
