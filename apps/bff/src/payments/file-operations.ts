import { randomBytes, randomUUID, randomUUIDv7 } from 'node:crypto';
import { foldEvents, type OperationKind } from 'paygate-payments';
import type { AuditEntry } from '../audit/record-audit.ts';
import type { Sql } from '../storage/database.ts';
import { listEventsOf } from './many-events-store.ts';
import {
  changeFiledOperations,
  type FiledOperation,
  findOperations,
  insertFiledOperations,
} from './many-operations-store.ts';
import { lockPayments } from './many-payments-store.ts';
import { operationEvent } from './operation-event.ts';
import type { Payment } from './payment.ts';
import type { Windows } from './record-events.ts';
import { recordManyEvents } from './record-many-events.ts';

const PAGE = 1000;

/** A line of a file that is being made; `amount` in minor units. */
export type FiledLine = {
  readonly payment: Payment;
  readonly connection: Windows;
  readonly amount: number;
};

/** What all lines of a file have in common. `requestHash` is the file's. */
export type FiledBy = {
  readonly fileId: string;
  readonly kind: OperationKind;
  readonly reason: string | null;
  readonly note: string | null;
  readonly personId: string;
  readonly requestHash: Buffer;
};

/**
 * Books one operation `requested` for each line, under the locks of their payments. From here on every
 * room sees a step in flight; nothing but the file's way moves it on. Answers the operations' ids in
 * the order of the lines, and the audit lines for the end of the transaction.
 */
export async function reserveInFile(
  sql: Sql,
  merchantId: number,
  lines: readonly FiledLine[],
  by: FiledBy,
  now: number,
): Promise<{ readonly operationIds: readonly string[]; readonly audits: readonly AuditEntry[] }> {
  const operationIds: string[] = [];
  const audits: AuditEntry[] = [];
  for (let from = 0; from < lines.length; from += PAGE) {
    const page = lines.slice(from, from + PAGE);
    const booked = await reservePage(sql, merchantId, page, by, now);
    operationIds.push(...booked.operationIds);
    audits.push(...booked.audits);
  }
  return { operationIds, audits };
}

async function reservePage(
  sql: Sql,
  merchantId: number,
  lines: readonly FiledLine[],
  by: FiledBy,
  now: number,
) {
  const ids = lines.map(({ payment }) => payment.id);
  const events = await listEventsOf(sql, merchantId, ids);
  const operations = lines.map(({ payment, amount }): FiledOperation => {
    const { told } = foldEvents((events.get(payment.id) ?? []).map(({ event }) => event));
    return {
      id: randomUUIDv7(),
      merchantId,
      paymentId: payment.id,
      kind: by.kind,
      amount,
      currency: payment.currency,
      closeRest: false,
      closes: 0,
      refNr: payment.refNr,
      reason: by.reason,
      note: by.note,
      clientKey: randomUUID(),
      requestHash: by.requestHash,
      reqId: randomBytes(16).toString('hex'),
      createdAt: now,
      createdBy: by.personId,
      batchFileId: by.fileId,
      // Nobody inquires ten thousand payments for a file: what the facts tell stands in for it.
      baseline: {
        auth: told.authorized - told.reversed,
        cap: told.captured,
        cred: told.refunded,
      },
    };
  });
  await insertFiledOperations(sql, merchantId, operations);
  const booked = await findOperations(
    sql,
    merchantId,
    operations.map(({ id }) => id),
  );
  const changes = lines.map(({ payment, connection }, at) => {
    const operation = booked.get(operations[at]?.id ?? '');
    if (operation === undefined) throw new Error(`payment ${payment.id}: operation vanished`);
    return { payment, connection, events: [operationEvent('operation-requested', operation, now)] };
  });
  const told = await recordManyEvents(sql, merchantId, changes, now);
  const asked = operations.map(({ id, paymentId, amount }) => ({
    merchantId,
    at: now,
    actorId: by.personId,
    action: `${by.kind}-requested`,
    subject: `payment:${paymentId}`,
    details: { operationId: id, amount, closeRest: false, reason: by.reason, batch: by.fileId },
  }));
  return { operationIds: operations.map(({ id }) => id), audits: [...told, ...asked] };
}

/** An operation of a file together with its payment and the windows of its connection. */
export type FiledRef = {
  readonly operationId: string;
  readonly paymentId: string;
  readonly connection: Windows;
};

/**
 * The file leaves the house: `requested → sending` for each of its operations, once.
 * @throws Error when one of them is not `requested` any more; then the file must not leave.
 */
export async function sendInFile(
  sql: Sql,
  merchantId: number,
  refs: readonly FiledRef[],
  now: number,
): Promise<readonly AuditEntry[]> {
  return changeAll(sql, merchantId, refs, now, { state: 'sending', sentAt: now, dueAt: null });
}

/** The file will never leave the house: each of its operations ends, nothing was sent. */
export async function cancelInFile(
  sql: Sql,
  merchantId: number,
  refs: readonly FiledRef[],
  now: number,
): Promise<readonly AuditEntry[]> {
  const change = { state: 'cancelled', cancelReason: 'withdrawn', resolvedAt: now } as const;
  return changeAll(sql, merchantId, refs, now, change);
}

async function changeAll(
  sql: Sql,
  merchantId: number,
  refs: readonly FiledRef[],
  now: number,
  change: Omit<Parameters<typeof changeFiledOperations>[3][number], 'id'>,
): Promise<readonly AuditEntry[]> {
  const audits: AuditEntry[] = [];
  const ordered = [...refs].sort(({ paymentId: a }, { paymentId: b }) => (a < b ? -1 : 1));
  for (let from = 0; from < ordered.length; from += PAGE) {
    const page = ordered.slice(from, from + PAGE);
    const payments = await lockPayments(
      sql,
      merchantId,
      page.map(({ paymentId }) => paymentId),
    );
    const ids = page.map(({ operationId }) => operationId);
    const operations = await findOperations(sql, merchantId, ids);
    const changed = await changeFiledOperations(
      sql,
      merchantId,
      ['requested'],
      ids.map((id) => ({ id, ...change })),
    );
    if (changed.size !== page.length) throw new Error('an operation of the file moved without it');
    const byPayment = new Map(page.map((ref) => [ref.paymentId, ref]));
    const changes = payments.flatMap((payment) => {
      const ref = byPayment.get(payment.id);
      const operation = operations.get(ref?.operationId ?? '');
      if (ref === undefined || operation === undefined) return [];
      const events =
        change.state === 'cancelled'
          ? [operationEvent('operation-cancelled', operation, now, { description: 'withdrawn' })]
          : [];
      return [{ payment, connection: ref.connection, events }];
    });
    audits.push(...(await recordManyEvents(sql, merchantId, changes, now)));
  }
  return audits;
}
