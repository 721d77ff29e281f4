import { paymentStatuses } from 'paygate-payments';
import { z } from 'zod';
import { shopPaymentView } from './shop-payment.ts';

/** What is sent to a shop: the whole state, so that an event that was missed is missed by nobody. */
export const shopEvent = z.strictObject({
  id: z.uuid().describe('The same in the header webhook-id. What came before came again.'),
  type: z
    .templateLiteral(['payment.', z.enum(paymentStatuses)])
    .describe('payment. and the state it is about, e.g. payment.authorized.'),
  timestamp: z.iso.datetime().describe('When it happened.'),
  data: shopPaymentView,
});
export type ShopEvent = z.infer<typeof shopEvent>;
