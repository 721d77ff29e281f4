import { z } from 'zod';
import { answerOf, procedureWith, router } from '../trpc.ts';
import { acceptFigures, acceptFiguresInput } from './accept-figures.ts';
import { capturePayment } from './capture-payment.ts';
import { changeRefNr, changeRefNrInput } from './change-ref-nr.ts';
import { checkPayment } from './check-payment.ts';
import { creditPayment } from './credit-payment.ts';
import { getPayment } from './get-payment.ts';
import { listPayments } from './list-payments.ts';
import { captureInput, creditInput, id, reverseInput } from './operation-input.ts';
import { paymentCriteria, paymentFilter } from './payment-filter.ts';
import { paymentTotals } from './payment-totals-view.ts';
import {
  listedPaymentView,
  operationView,
  paymentDetailView,
  paymentView,
} from './payment-view.ts';
import { reimburseInput, reimbursePayment } from './reimburse-payment.ts';
import { reversePayment } from './reverse-payment.ts';
import { totalPayments } from './total-payments.ts';
import { addNote, addNoteInput, editNote, editNoteInput } from './write-note.ts';

const moved = z.object({ operation: operationView, payment: paymentView });

const page = z.object({
  rows: z.array(listedPaymentView),
  nextCursor: z.string().nullable(),
  prevCursor: z.string().nullable(),
  startCursor: z.string().nullable(),
});

export const paymentsRouter = router({
  list: procedureWith('see')
    .input(paymentFilter)
    .output(answerOf(page))
    .query(({ ctx, input }) => listPayments(ctx.deps, ctx.person, input)),

  totals: procedureWith('see')
    .input(paymentCriteria.extend({ exact: z.boolean().default(false) }))
    .output(paymentTotals)
    .query(({ ctx, input }) => totalPayments(ctx.deps, ctx.person, input)),

  get: procedureWith('see')
    .input(z.strictObject({ paymentId: id }))
    .output(paymentDetailView)
    .query(({ ctx, input }) => getPayment(ctx.deps, ctx.person, input.paymentId)),

  capture: procedureWith('capture')
    .input(captureInput)
    .output(moved)
    .mutation(({ ctx, input }) => capturePayment(ctx.deps, ctx.person, input)),

  reverse: procedureWith('reverse')
    .input(reverseInput)
    .output(moved)
    .mutation(({ ctx, input }) => reversePayment(ctx.deps, ctx.person, input)),

  credit: procedureWith('refund')
    .input(creditInput)
    .output(moved)
    .mutation(({ ctx, input }) => creditPayment(ctx.deps, ctx.person, input)),

  reimburse: procedureWith('refund')
    .input(reimburseInput)
    .output(paymentDetailView)
    .mutation(({ ctx, input }) => reimbursePayment(ctx.deps, ctx.person, ctx.memberships, input)),

  // Whoever may take a step back at the gateway works on payments there, and may correct their reference.
  changeRefNr: procedureWith('reverse')
    .input(changeRefNrInput)
    .output(paymentDetailView)
    .mutation(({ ctx, input }) => changeRefNr(ctx.deps, ctx.person, ctx.memberships, input)),

  acceptFigures: procedureWith('approve')
    .input(acceptFiguresInput)
    .output(paymentView)
    .mutation(({ ctx, input }) => acceptFigures(ctx.deps, ctx.person, ctx.memberships, input)),

  addNote: procedureWith('see')
    .input(addNoteInput)
    .mutation(({ ctx, input }) => addNote(ctx.deps, ctx.person, input)),

  editNote: procedureWith('see')
    .input(editNoteInput)
    .mutation(({ ctx, input }) => editNote(ctx.deps, ctx.person, input)),

  check: procedureWith('see')
    .input(z.strictObject({ paymentId: id }))
    .output(z.object({ operation: operationView.nullable(), payment: paymentView }))
    .mutation(({ ctx, input }) => checkPayment(ctx.deps, ctx.person, input.paymentId)),
});
