import { moneyDialogs } from './money-dialogs.ts';
import { paymentDetail } from './payment-detail.ts';
import { paymentDoubt } from './payment-doubt.ts';
import { paymentList } from './payment-list.ts';
import { paymentReview } from './payment-review.ts';
import { responseCodes } from './response-codes.ts';

export const payments = {
  ...paymentList,
  ...paymentDetail,
  ...paymentReview,
  ...paymentDoubt,
  ...moneyDialogs,
  ...responseCodes,
};
