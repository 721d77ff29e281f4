import { foldRefNr, type PendingRefNr } from 'paygate-payments';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { RefNrOutcome } from '../gateway/change-ref-nr-at-gateway.ts';
import type { Call } from '../gateway/exchange.ts';
import { recordCall } from '../gateway/record-call.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { type EventSource, listEvents } from './event-store.ts';
import { lockPayment } from './lock-payment-store.ts';
import type { Payment } from './payment.ts';
import { recordEvents } from './record-events.ts';
import { writeRefNr } from './ref-nr-store.ts';

type Told = {
  readonly key: string;
  readonly to: string;
  readonly outcome: RefNrOutcome;
  readonly call: Call;
};

/** Books what the gateway answered. A change that an inquiry has settled meanwhile stays settled. */
export async function recordRefNr(
  deps: Deps,
  connection: GatewayConnection,
  { merchantId, id }: Pick<Payment, 'merchantId' | 'id'>,
  { key, to, outcome, call }: Told,
): Promise<void> {
  await inTransaction(deps.database.money, async (sql) => {
    const payment = await lockPayment(sql, [merchantId], id);
    if (payment === null) throw new Error(`payment ${id} does not exist`);
    await recordCall(sql, connection, { ...call, paymentId: id, operationId: null });
    const events = (await listEvents(sql, payment)).map(({ event }) => event);
    if (!foldRefNr(events).pending.some((one) => one.key === key)) return;
    const now = deps.clock.now();
    const { code, description } = outcome;
    const change = { key, to };
    const source = { code, description };
    if (outcome.kind === 'success') {
      await bookRefNr(sql, connection, payment, change, now, source);
      return;
    }
    const type = outcome.kind === 'decline' ? 'ref-nr-declined' : 'ref-nr-unknown';
    const event = { fact: `ref-nr:${key}:${type}`, type, at: now, ...change } as const;
    await recordEvents(sql, connection, payment, [{ event, source }], now);
  });
}

/** Writes down that the gateway has the reference; `payment` is locked. */
export async function bookRefNr(
  sql: Sql,
  connection: GatewayConnection,
  payment: Payment,
  { key, to }: Pick<PendingRefNr, 'key' | 'to'>,
  now: number,
  source: EventSource = {},
): Promise<Payment> {
  await writeRefNr(sql, payment, to);
  const event = {
    fact: `ref-nr:${key}:changed`,
    type: 'ref-nr-changed',
    at: now,
    key,
    from: payment.refNr,
    to,
  } as const;
  return recordEvents(sql, connection, { ...payment, refNr: to }, [{ event, source }], now);
}
