import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { InquiryOutcome } from '../gateway/gateway-outcome.ts';
import { inquireGateway } from '../gateway/inquire-gateway.ts';
import { Refused } from '../refused.ts';
import { cancelOperation } from './cancel-operation.ts';
import type { Operation } from './operation.ts';
import type { Payment } from './payment.ts';

export type Baseline = Extract<InquiryOutcome, { readonly kind: 'amounts' }>;

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
  const inquiry = await inquireGateway(deps, connection, payment, operation.id);
  if (inquiry.kind === 'amounts') return inquiry;

  const refusal = inquiry.kind === 'not-found' ? 'external-change' : 'gateway-unreachable';
  await cancelOperation(deps, connection, operation, refusal);
  throw new Refused(refusal);
}
