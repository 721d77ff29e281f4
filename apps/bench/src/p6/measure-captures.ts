import { randomUUID } from 'node:crypto';
import type { House } from '../house/house.ts';
import { makePayments, type ReadyPayment } from '../house/make-payments.ts';

/** One capture, ms: the whole click, and the two round trips to the gateway in it as the server saw them. */
export type CaptureTimes = {
  readonly whole: number;
  readonly inquiry: number;
  readonly send: number;
};

type Moved = { readonly operation: { readonly id: string; readonly state: string } };

const WARM_UP = 40;

/** Captures so many payments one after the other, as one person would. */
export async function measureCaptures(house: House, count: number): Promise<CaptureTimes[]> {
  const payments = await makePayments(house, count + WARM_UP);
  for (const payment of payments.slice(0, WARM_UP)) await capture(house, payment);
  const clicked = new Map<string, number>();
  for (const payment of payments.slice(WARM_UP)) {
    const started = performance.now();
    const id = await capture(house, payment);
    clicked.set(id, performance.now() - started);
  }
  return withGateway(house, clicked);
}

async function capture({ manager }: House, { id, amount }: ReadyPayment): Promise<string> {
  const input = { paymentId: id, amount, closeRest: false, key: randomUUID() };
  const { operation } = await manager.mutate<Moved>('payments.capture', input);
  if (operation.state !== 'succeeded') throw new Error(`a capture ended ${operation.state}`);
  return operation.id;
}

async function withGateway(
  { deps }: House,
  clicked: ReadonlyMap<string, number>,
): Promise<CaptureTimes[]> {
  type Row = { readonly id: string; readonly inquiry: number; readonly send: number };
  const { rows } = await deps.database.export.query<Row>(
    `SELECT operation_id AS id,
       sum(duration_ms) FILTER (WHERE endpoint = 'inquire') AS inquiry,
       sum(duration_ms) FILTER (WHERE endpoint = 'capture') AS send
     FROM gateway_calls WHERE operation_id = ANY($1::uuid[]) GROUP BY 1`,
    [[...clicked.keys()]],
  );
  return rows.map(({ id, inquiry, send }) => ({
    whole: clicked.get(id) ?? Number.NaN,
    inquiry: Number(inquiry),
    send: Number(send),
  }));
}
