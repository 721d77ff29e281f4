import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { InquiryOutcome } from '../gateway/gateway-outcome.ts';
import { inquireUnrecorded } from '../gateway/inquire-gateway.ts';
import { recordCalls, type StoredCall } from '../gateway/record-call.ts';
import { Refused } from '../refused.ts';
import { cancelOperation } from './cancel-operation.ts';
import type { Operation } from './operation.ts';
import type { Payment } from './payment.ts';

/** The gateway's sums, and the trace of asking for them, which is kept with the claim. */
export type Baseline = Extract<InquiryOutcome, { readonly kind: 'amounts' }> & {
  readonly call: StoredCall | null;
};

/**
 * Asks the gateway for its sums right before a send: without them an unknown outcome could not be
 * judged later. When it does not tell them, the operation is cancelled and nothing is sent.
 * @throws Refused `gateway-unreachable`, or `external-change` when the gateway has no such payment.
 */
export async function takeBaseline(
  deps: Deps,
  connection: GatewayConnection,
  payment: Payment,
  operation: Operation,
): Promise<Baseline> {
  const { outcome, call } = await inquireUnrecorded(deps, connection, payment, operation.id);
  if (outcome.kind === 'amounts') return { ...outcome, call };

  if (call !== null) await recordCalls(deps.database.money, [call]);
  const refusal = outcome.kind === 'not-found' ? 'external-change' : 'gateway-unreachable';
  await cancelOperation(deps, connection, operation, refusal);
  throw new Refused(refusal);
}
