import { randomBytes, randomUUID, randomUUIDv7 } from 'node:crypto';
import { foldEvents, type OperationKind } from 'paygate-payments';
import type { AuditEntry } from '../audit/record-audit.ts';
import type { Sql } from '../storage/database.ts';
import type { Windows } from './fold-payment.ts';
import { type FiledOperation, insertFiledOperations } from './many-operations-store.ts';
import { operationEvent } from './operation-event.ts';
import type { FiledPayment } from './read-filed-payments.ts';
import { recordManyEvents } from './record-many-events.ts';

/** A line of a file that is being made; `amount` in minor units. */
export type FiledLine = FiledPayment & { readonly connection: Windows; readonly amount: number };

/** What all lines of a file have in common. `requestHash` is the file's. */
export type FiledBy = {
  readonly fileId: string;
  readonly kind: OperationKind;
  readonly reason: string | null;
  readonly note: string | null;
  readonly personId: string;
  readonly requestHash: Buffer;
};

/** The ids of what was booked, in the order of the lines, and audit lines for the transaction's end. */
export type Booked = {
  readonly operationIds: readonly string[];
  readonly audits: readonly AuditEntry[];
};

/**
 * Books one operation `requested` for each line of one page, under the locks of their payments. From
 * here on every room sees a step in flight; nothing but the file's way moves it on.
 */
export async function reserveInFile(
  sql: Sql,
  merchantId: number,
  lines: readonly FiledLine[],
  by: FiledBy,
  now: number,
): Promise<Booked> {
  const operations = lines.map((line) => toOperation(merchantId, line, by, now));
  await insertFiledOperations(sql, merchantId, operations);
  const changes = lines.map(({ payment, connection }, at) => {
    const { id = '', createdBy = by.personId } = operations[at] ?? {};
    const told = { id, createdBy, reqId: null };
    return { payment, connection, events: [operationEvent('operation-requested', told, now)] };
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

function toOperation(
  merchantId: number,
  { payment, events, amount }: FiledLine,
  by: FiledBy,
  now: number,
): FiledOperation {
  const { told } = foldEvents(events.map(({ event }) => event));
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
    // Files have no field for it; the column has no row without one.
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
}
