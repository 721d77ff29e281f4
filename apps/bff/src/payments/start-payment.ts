import { randomUUIDv7 } from 'node:crypto';
import { endpointUrl } from 'paygate-core/brands';
import { buildTwintRequest, requestBody } from 'paygate-core/operations';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { findPaymentByTransId, insertPayment, lockPayment } from './payment-store.ts';
import { recordEvents } from './record-events.ts';

/** What a customer is asked to pay. `amount` in minor units; `callbackBase` has no slash at its end. */
export type PaymentWish = {
  readonly transId: string;
  readonly amount: number;
  readonly refNr: string;
  readonly orderDesc: string;
  readonly callbackBase: string;
};

/**
 * Announces a payment of ours and seals the form that takes a customer's browser to the gateway. The
 * row is committed first, so that a callback can never be about a payment we do not know. The same
 * TransID announces the same payment.
 * @throws WireError with the parameter when a field breaks its format.
 */
export async function startPayment(
  { clock, database, env }: Pick<Deps, 'clock' | 'database' | 'env'>,
  connection: GatewayConnection,
  { transId, amount, refNr, orderDesc, callbackBase }: PaymentWish,
): Promise<{ readonly paymentId: string; readonly url: string; readonly form: string }> {
  const { credentials, merchantId, id: connectionId, slug, baseUrl } = connection;
  const callback = (kind: string): string => `${callbackBase}/callbacks/${slug}/${kind}`;
  const options = { allowLoopbackHttp: env.demo };
  const pairs = buildTwintRequest(
    credentials,
    {
      transId,
      amount,
      currency: 'CHF',
      refNr,
      orderDesc,
      urlSuccess: callback('success'),
      urlFailure: callback('failure'),
      urlNotify: callback('notify'),
    },
    options,
  );
  const paymentId = await inTransaction(database.money, async (sql) => {
    const now = clock.now();
    const id = randomUUIDv7();
    const isNew = await insertPayment(sql, {
      id,
      merchantId,
      connectionId,
      payId: null,
      transId,
      refNr,
      orderDesc,
      source: 'desk',
      requestedAmount: amount,
      createdAt: now,
    });
    const payment = isNew ? await lockPayment(sql, [merchantId], id) : null;
    if (payment === null) return (await findPaymentByTransId(sql, connectionId, transId))?.id ?? id;
    const announced = { fact: 'announced', type: 'announced', at: now, amount } as const;
    await recordEvents(sql, connection, payment, [{ event: announced }], now);
    return id;
  });
  const url = endpointUrl(baseUrl, 'twint', options);
  return { paymentId, url, form: requestBody(credentials, pairs) };
}
