import { z } from 'zod';
import { shopProblemView } from './send-problem.ts';
import { shopEvent } from './shop-event.ts';
import { shopPaymentAnswer, shopPaymentRequest } from './shop-payment.ts';
import { type ShopProblemCode, shopProblems } from './shop-problem.ts';

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return rest;
};
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const inJson = (name: string) => ({ 'application/json': { schema: ref(name) } });

const beforeAnything: readonly ShopProblemCode[] = [
  'key-missing',
  'key-unknown',
  'key-expired',
  'key-revoked',
  'right-missing',
  'too-many-requests',
  'internal',
  'unavailable',
];

/** Every answer that turns away, by its status. */
function problems(...own: readonly ShopProblemCode[]): Record<string, object> {
  const byStatus = new Map<number, ShopProblemCode[]>();
  for (const code of [...beforeAnything, ...own]) {
    const [status] = shopProblems[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const answer = (codes: readonly ShopProblemCode[]) => ({
    description: codes.map((code) => `\`${code}\`: ${shopProblems[code][1]}.`).join(' '),
    content: { 'application/problem+json': { schema: ref('Problem') } },
  });
  return Object.fromEntries([...byStatus].map(([status, codes]) => [status, answer(codes)]));
}

const payment = (description: string) => ({ description, content: inJson('Payment') });
const pathParameter = (name: string, pattern: string) => ({
  name,
  in: 'path',
  required: true,
  schema: { type: 'string', pattern },
});

/** The whole API in OpenAPI 3.1, from the schemas that check what comes and goes. `origin`: where it answers. */
export function openApiDocument(origin: string) {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Paygate Desk Shop API',
      version: '1.0.0',
      description:
        'Create TWINT payments, ask for their state, and be told when it changes. Amounts are whole minor units. Repeat any request safely: the TransID makes it one payment.',
    },
    servers: [{ url: `${origin}/api/v1` }],
    security: [{ key: [] }],
    paths: {
      '/payments': {
        post: {
          operationId: 'createPayment',
          summary: 'Create a payment, and get the address where its customer pays',
          requestBody: { required: true, content: inJson('PaymentRequest') },
          responses: {
            '201': payment('Created.'),
            '200': payment('The same was asked for before: this is how that payment stands now.'),
            ...problems(
              'malformed-json',
              'trans-id-reused',
              'trans-id-taken',
              'too-large',
              'not-json',
              'invalid-request',
            ),
          },
        },
      },
      '/payments/{transId}': {
        get: {
          operationId: 'getPayment',
          summary: 'How a payment stands',
          parameters: [pathParameter('transId', '^[A-Za-z0-9_-]{1,50}$')],
          responses: { '200': payment('The payment.'), ...problems('no-such-payment') },
        },
      },
      '/payments/by-pay-id/{payId}': {
        get: {
          operationId: 'getPaymentByPayId',
          summary: 'The same by the gateway’s name of the payment',
          parameters: [pathParameter('payId', '^[A-Za-z0-9]{32}$')],
          responses: { '200': payment('The payment.'), ...problems('no-such-payment') },
        },
      },
    },
    webhooks: {
      paymentChanged: {
        post: {
          summary: 'State or sums of a payment changed',
          description:
            'Signed as Standard Webhooks defines it: HMAC-SHA256 over `webhook-id.webhook-timestamp.body`. Comes again until it is answered with 2xx; may come twice or in another order.',
          parameters: ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => ({
            name,
            in: 'header',
            required: true,
            schema: { type: 'string' },
          })),
          requestBody: { required: true, content: inJson('Event') },
          responses: { '204': { description: 'Any 2xx: it was taken.' } },
          security: [],
        },
      },
    },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: {
        PaymentRequest: schemaOf(shopPaymentRequest, 'input'),
        Payment: schemaOf(shopPaymentAnswer, 'output'),
        Problem: schemaOf(shopProblemView, 'output'),
        Event: schemaOf(shopEvent, 'output'),
      },
    },
  };
}
