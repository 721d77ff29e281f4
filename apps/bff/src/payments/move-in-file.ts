import type { AuditEntry } from '../audit/record-audit.ts';
import type { Sql } from '../storage/database.ts';
import type { Windows } from './fold-payment.ts';
import { changeFiledOperations, type FiledChange } from './many-operations-store.ts';
import { findPayments, lockPayments } from './many-payments-store.ts';
import { operationEvent } from './operation-event.ts';
import type { Payment } from './payment.ts';
import { pagesOf } from './read-filed-payments.ts';
import { recordManyEvents } from './record-many-events.ts';

/** An operation of a file together with its payment. */
export type FiledRef = { readonly operationId: string; readonly paymentId: string };

/** What a transaction on a file's operations needs besides them. */
export type FileScope = {
  readonly merchantId: number;
  /** Who asked for the file; timeline entries name them. */
  readonly createdBy: string;
  readonly windowsOf: (payment: Payment) => Windows;
};

/**
 * The file leaves the house: `requested → sending` for each of its operations, once.
 * @throws Error when one of them is not `requested` any more; then the file must not leave.
 */
export async function sendInFile(
  sql: Sql,
  scope: FileScope,
  refs: readonly FiledRef[],
  now: number,
): Promise<readonly AuditEntry[]> {
  return moveAll(sql, scope, refs, now, { state: 'sending', sentAt: now });
}

/** The file will never leave the house: each of its operations ends, nothing was sent. */
export async function cancelInFile(
  sql: Sql,
  scope: FileScope,
  refs: readonly FiledRef[],
  now: number,
): Promise<readonly AuditEntry[]> {
  const cancelReason = 'file-given-up';
  return moveAll(sql, scope, refs, now, { state: 'cancelled', cancelReason, resolvedAt: now });
}

async function moveAll(
  sql: Sql,
  { merchantId, createdBy, windowsOf }: FileScope,
  refs: readonly FiledRef[],
  now: number,
  change: Omit<FiledChange, 'id'>,
): Promise<readonly AuditEntry[]> {
  const audits: AuditEntry[] = [];
  for (const page of pagesOf(refs)) {
    const operationOf = new Map(page.map((ref) => [ref.paymentId, ref.operationId]));
    await lockPayments(sql, merchantId, [...operationOf.keys()]);
    const changes = page.map(({ operationId }) => ({ id: operationId, ...change }));
    const changed = await changeFiledOperations(sql, merchantId, ['requested'], changes);
    if (changed.size !== page.length) throw new Error('an operation of the file moved without it');
    const payments = await findPayments(sql, merchantId, [...operationOf.keys()]);
    const moved = payments.map((payment) => {
      const told = { id: operationOf.get(payment.id) ?? '', createdBy, reqId: null };
      const ended = operationEvent('operation-cancelled', told, now, {
        description: change.cancelReason ?? null,
      });
      const events = change.state === 'cancelled' ? [ended] : [];
      return { payment, connection: windowsOf(payment), events };
    });
    audits.push(...(await recordManyEvents(sql, merchantId, moved, now)));
  }
  return audits;
}
