import { foldRefNr, judgeRefNr } from 'paygate-payments';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Sql } from '../storage/database.ts';
import { listEvents } from './event-store.ts';
import type { Payment } from './payment.ts';
import { recordEvents } from './record-events.ts';
import { bookRefNr } from './record-ref-nr.ts';

type Answer = {
  readonly refNr: string | null;
  /** When the inquiry was asked, ms UTC. */
  readonly askedAt: number;
  readonly quietMs: number;
};

/**
 * Ends a change of the reference in doubt as far as the answer to an inquiry proves it; everything
 * else stays as it is. `payment` is locked; answers what it is afterwards.
 */
export async function settleRefNr(
  sql: Sql,
  connection: GatewayConnection,
  payment: Payment,
  { refNr, askedAt, quietMs }: Answer,
  now: number,
): Promise<Payment> {
  if (refNr === null) return payment;
  const folded = foldRefNr((await listEvents(sql, payment)).map(({ event }) => event));
  const verdict = judgeRefNr(folded, payment.refNr, refNr, { now: askedAt, quietMs });
  if (verdict === null) return payment;
  const { key, to } = verdict.change;
  if (verdict.kind === 'changed') return bookRefNr(sql, connection, payment, { key, to }, now);
  const event = {
    fact: `ref-nr:${key}:kept`,
    type: 'ref-nr-kept',
    at: now,
    key,
    to,
  } as const;
  return recordEvents(sql, connection, payment, [{ event }], now);
}
