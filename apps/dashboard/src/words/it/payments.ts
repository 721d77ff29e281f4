import type { Messages } from '../messages.ts';
import { moneyDialogs } from './money-dialogs.ts';
import { paymentDetail } from './payment-detail.ts';
import { paymentDoubt } from './payment-doubt.ts';
import { paymentList } from './payment-list.ts';
import { paymentNotes } from './payment-notes.ts';
import { paymentRefNr } from './payment-ref-nr.ts';
import { paymentReimbursement } from './payment-reimbursement.ts';
import { paymentReview } from './payment-review.ts';
import { paymentSteps } from './payment-steps.ts';
import { paymentViewWords } from './payment-views.ts';
import { responseCodes } from './response-codes.ts';

export const payments: Messages['payments'] = {
  ...paymentList,
  ...paymentDetail,
  ...paymentNotes,
  ...paymentReview,
  ...paymentDoubt,
  ...paymentSteps,
  ...paymentRefNr,
  ...paymentReimbursement,
  ...paymentViewWords,
  ...moneyDialogs,
  ...responseCodes,
};
