import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { listEvents, type StoredEvent } from './event-store.ts';
import { findVisiblePayment } from './find-visible-payment.ts';
import { listNotes } from './note-store.ts';
import { listOperations } from './operation-store.ts';
import type { EventView, PaymentDetailView } from './payment-view.ts';
import { toOperationViews } from './present-operation.ts';
import { createPresenter } from './present-payment.ts';
import { presentRefNr } from './present-ref-nr.ts';
import { reimbursementOf } from './reimbursement-of.ts';
import { mayWrite } from './write-note.ts';

/** A payment with everything that happened to it, oldest first. */
export async function getPayment(
  deps: Deps,
  person: Person,
  paymentId: string,
): Promise<PaymentDetailView> {
  const sql = deps.database.read;
  const payment = await findVisiblePayment(sql, person, paymentId);
  const present = await createPresenter(deps, sql, person);
  const events = await listEvents(sql, payment);
  const operations = await listOperations(sql, payment);
  const notes = await listNotes(sql, payment);
  const now = deps.clock.now();
  const views = await toOperationViews(deps, sql, person, operations);
  return {
    ...present(payment),
    events: events.map(toEventView),
    operations: [...views],
    notes: notes.map(({ text, by, at, editedAt, createdBy, id }) => ({
      id,
      text,
      by,
      at,
      editedAt,
      isOwn: createdBy === person.id,
    })),
    mayNote: mayWrite(person, payment.merchantId),
    reimbursement: reimbursementOf(payment, events, operations, now),
    refNrChange: presentRefNr(payment, events, { now, quietMs: deps.env.quietPeriodMs }),
  };
}

function toEventView({ event, ...stored }: StoredEvent): EventView {
  return {
    seq: stored.seq,
    type: event.type,
    at: event.at,
    amount: 'amount' in event ? event.amount : null,
    closed: 'closed' in event ? event.closed : null,
    by: stored.by,
    operationId: stored.operationId,
    code: stored.code,
    description: stored.description,
    xid: stored.xid,
    reqId: stored.reqId,
    how: event.type === 'reimbursed' ? event.how : null,
    refNr: 'to' in event ? { from: 'from' in event ? event.from : null, to: event.to } : null,
  };
}
