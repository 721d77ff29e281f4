import type { AuditEntry } from '../audit/record-audit.ts';
import { bookMovementsOfMany } from '../reports/book-movements.ts';
import { queueShopEvents } from '../shop-api/queue-shop-events.ts';
import type { Sql } from '../storage/database.ts';
import { auditEntries } from './audit-events.ts';
import type { NewEvent } from './event-store.ts';
import { foldPayment, type Windows } from './fold-payment.ts';
import { insertEvents, listEventsOfMany, type PlacedEvent } from './many-events-store.ts';
import { openOperationsOfMany } from './many-operations-store.ts';
import { saveFolds } from './many-payments-store.ts';
import { noneOpen } from './open-operations.ts';
import type { Payment } from './payment.ts';

export type PaymentChange = {
  readonly payment: Payment;
  readonly connection: Windows;
  readonly events: readonly NewEvent[];
};

/**
 * `recordEvents` for many locked payments of one merchant in a few statements: the same facts, the
 * same fold, the same report. Answers the audit lines that belong to it: the caller appends them
 * last of all. Nobody is told of each payment; whoever commits says that much has changed.
 */
export async function recordManyEvents(
  sql: Sql,
  merchantId: number,
  changes: readonly PaymentChange[],
  now: number,
): Promise<readonly AuditEntry[]> {
  const ids = changes.map(({ payment }) => payment.id);
  const known = await listEventsOfMany(sql, merchantId, ids);
  const open = await openOperationsOfMany(sql, merchantId, ids);

  const placed: PlacedEvent[] = [];
  const audits: AuditEntry[] = [];
  const folded = changes.map(({ payment, connection, events }) => {
    const stored = known.get(payment.id) ?? [];
    const facts = new Set(stored.map(({ event }) => event.fact));
    const appended = events.filter(({ event }) => !facts.has(event.fact));
    const last = stored.at(-1)?.seq ?? 0;
    placed.push(
      ...appended.map((added, at) => ({ paymentId: payment.id, seq: last + at + 1, added })),
    );
    audits.push(...auditEntries(payment, appended, now));
    const all = [
      ...stored,
      ...appended.map(({ event, source }) => ({ event, xid: source?.xid ?? null })),
    ];
    const fold = foldPayment(connection, payment, all, open.get(payment.id) ?? noneOpen);
    return { payment, fold };
  });
  await insertEvents(sql, merchantId, placed);
  await saveFolds(sql, merchantId, folded, now);
  const added = placed.map(({ paymentId, added: { event } }) => ({ paymentId, event }));
  await bookMovementsOfMany(sql, merchantId, added);
  const told = folded.map(({ payment, fold }) => ({
    before: payment,
    after: { ...payment, ...fold, version: payment.version + 1 },
  }));
  await queueShopEvents(sql, told, now);
  return audits;
}
