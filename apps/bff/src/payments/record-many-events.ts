import type { AuditEntry } from '../audit/record-audit.ts';
import type { Sql } from '../storage/database.ts';
import { auditEntries } from './audit-events.ts';
import type { NewEvent, StoredEvent } from './event-store.ts';
import { insertEvents, listEventsOf, type PlacedEvent } from './many-events-store.ts';
import { openOperationsOfMany } from './many-operations-store.ts';
import { saveFolds } from './many-payments-store.ts';
import type { Payment } from './payment.ts';
import { foldPayment, type Windows } from './record-events.ts';

export type PaymentChange = {
  readonly payment: Payment;
  readonly connection: Windows;
  readonly events: readonly NewEvent[];
};

/**
 * `recordEvents` for many locked payments of one merchant in a few statements: the same facts, the
 * same fold. Answers the audit lines that belong to it, which the caller appends last of all.
 */
export async function recordManyEvents(
  sql: Sql,
  merchantId: number,
  changes: readonly PaymentChange[],
  now: number,
): Promise<readonly AuditEntry[]> {
  const ids = changes.map(({ payment }) => payment.id);
  const known = await listEventsOf(sql, merchantId, ids);
  const open = await openOperationsOfMany(sql, merchantId, ids);
  const noneOpen = { openState: null, creditInDoubt: 0 };

  const placed: PlacedEvent[] = [];
  const audits: AuditEntry[] = [];
  const folded = changes.map(({ payment, connection, events }) => {
    const stored = known.get(payment.id) ?? [];
    const facts = new Set(stored.map(({ event }) => event.fact));
    const added = events.filter(({ event }) => !facts.has(event.fact));
    const last = stored.at(-1)?.seq ?? 0;
    placed.push(
      ...added.map((event, at) => ({ paymentId: payment.id, seq: last + at + 1, added: event })),
    );
    audits.push(...auditEntries(payment, added, now));
    const all = [...stored, ...added.map(asStored)];
    const fold = foldPayment(connection, payment, all, open.get(payment.id) ?? noneOpen);
    return { payment, fold };
  });
  await insertEvents(sql, merchantId, placed);
  await saveFolds(sql, merchantId, folded, now);
  return audits;
}

function asStored({ event, source }: NewEvent): Pick<StoredEvent, 'event' | 'xid'> {
  return { event, xid: source?.xid ?? null };
}
