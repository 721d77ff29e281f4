import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { type Sent, sendToGateway } from '../gateway/gateway-client.ts';
import type { Claim } from './claim-operation.ts';
import type { Operation } from './operation.ts';
import type { Payment } from './payment.ts';

/**
 * Sends a claimed operation, once. Null when this process stood still for so long after the claim
 * that the resolver may already be judging it: then it is left to the resolver.
 */
export async function sendOperation(
  deps: Deps,
  connection: GatewayConnection,
  payment: Payment,
  operation: Operation,
  { claimedAt }: Claim,
): Promise<Sent | null> {
  if (payment.payId === null) throw new Error(`payment ${payment.id} has no PayID`);
  if (deps.clock.wall() - claimedAt > deps.env.gatewayTimeoutMs) return null;

  const { kind, amount, currency, reqId, refNr, closes } = operation;
  return sendToGateway(deps, connection, {
    kind,
    payId: payment.payId,
    transId: payment.transId,
    amount,
    currency,
    reqId,
    refNr,
    closesRest: closes > 0,
  });
}
