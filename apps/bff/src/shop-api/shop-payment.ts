import { pageLanguages } from 'paygate-core/operations';
import { paymentStatuses } from 'paygate-payments';
import { z } from 'zod';

const LARGEST_AMOUNT = 9_999_999_999;
/** TWINT holds an authorization for seven days. */
const LONGEST_HOURS = 168;
const LONGEST_ADDRESS = 1000;

export const shopCaptureModes = ['at-once', 'by-hand', 'after'] as const;

const address = (what: string) =>
  z
    .string(`${what}: an https address as text`)
    .max(LONGEST_ADDRESS, `at most ${LONGEST_ADDRESS} characters`)
    .regex(/^https?:\/\/[\x21-\x7e]+$/, 'a complete https address in ASCII')
    .meta({ format: 'uri' });

/** What a shop asks for. */
export const shopPaymentRequest = z
  .strictObject(
    {
      transId: z
        .string('text, your name of the payment')
        .regex(/^[A-Za-z0-9_-]{1,50}$/, '1 to 50 of A-Z a-z 0-9 _ -')
        .describe(
          'Your name of the payment, once per connection. It makes the request idempotent.',
        ),
      amount: z
        .int('a whole number of minor units, e.g. 5900 for CHF 59.00')
        .min(1, 'at least 1')
        .max(LARGEST_AMOUNT, `at most ${LARGEST_AMOUNT}`)
        .describe('Whole minor units: 5900 is CHF 59.00.'),
      currency: z.literal('CHF', 'CHF, the only currency of TWINT'),
      description: z
        .string('text that the customer sees')
        .trim()
        .min(1, 'must not be empty')
        .max(200, 'at most 200 characters')
        .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'no control characters')
        .describe('What the customer pays for. Characters of ISO-8859-1.'),
      refNr: z
        .string('text, your number of the order')
        .regex(/^[A-Za-z0-9_-]{1,40}$/, '1 to 40 of A-Z a-z 0-9 _ -')
        .optional()
        .describe('Your number of the order.'),
      language: z
        .enum(pageLanguages, `one of ${pageLanguages.join(', ')}`)
        .optional()
        .describe('Of the gateway’s page. Left out: the gateway decides.'),
      capture: z
        .enum(shopCaptureModes, `one of ${shopCaptureModes.join(', ')}`)
        .optional()
        .describe(
          'When the money is taken: at once, by hand in Paygate Desk, or after captureHours. Left out: as the contract says.',
        ),
      captureHours: z
        .int('whole hours')
        .min(1, 'at least 1')
        .max(LONGEST_HOURS, `at most ${LONGEST_HOURS}: TWINT holds the money for seven days`)
        .optional()
        .describe('Only with capture "after".'),
      returnUrls: z
        .strictObject({ success: address('success'), failure: address('failure') })
        .describe(
          'Where the customer’s browser comes back to. It proves nothing: ask for the payment, or wait for the webhook.',
        ),
      webhookUrl: address('webhookUrl')
        .optional()
        .describe('Where this payment’s events go instead of the connection’s address.'),
    },
    'one JSON object',
  )
  .refine(({ capture, captureHours }) => (capture === 'after') === (captureHours !== undefined), {
    path: ['captureHours'],
    message: 'goes with capture "after", and with nothing else',
  });
export type ShopPaymentRequest = z.output<typeof shopPaymentRequest>;

const minor = z.int().min(0).describe('Whole minor units.');
const instant = z.iso.datetime().nullable();

/** What a shop is told of a payment, in answers and in events alike. */
export const shopPaymentView = z.strictObject({
  transId: z.string(),
  payId: z.string().nullable().describe('The gateway’s name, once it is known.'),
  refNr: z.string().nullable(),
  description: z.string(),
  currency: z.literal('CHF'),
  amount: minor.describe('What was asked for.'),
  state: z
    .enum(paymentStatuses)
    .describe('"unknown": the outcome of a step is not certain yet; never take it for failed.'),
  authorized: minor,
  captured: minor,
  refunded: minor,
  reversed: minor.describe('Authorized and released again.'),
  lapsed: minor.describe('Authorized and never captured in time.'),
  captureBy: instant.describe('Until when the rest can be captured.'),
  refundUntil: instant.describe('Until when captured money can be refunded.'),
  sequence: z
    .int()
    .describe('Grows with every change: of two states the one with the higher number is newer.'),
  createdAt: z.iso.datetime(),
});
export type ShopPaymentView = z.infer<typeof shopPaymentView>;

/** The same with the way to pay; null once there is nothing to be paid any more. */
export const shopPaymentAnswer = shopPaymentView.extend({
  redirectUrl: z
    .string()
    .nullable()
    .describe('Send the customer’s browser there; null once the payment is not awaited any more.'),
});
export type ShopPaymentAnswer = z.infer<typeof shopPaymentAnswer>;
