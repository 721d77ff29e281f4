import {
  buildRefNrChangeRequest,
  echoesRefNrChange,
  parseRefNrChangeResponse,
  refNrChangeStatuses,
} from 'paygate-core/operations';
import { classifyAnswer } from 'paygate-core/response-code';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { type Call, exchange } from './exchange.ts';
import { ABOUT_ANOTHER } from './gateway-outcome.ts';

type Asked = { readonly payId: string; readonly transId: string; readonly refNr: string };

/** What became of a reference that was sent; `unknown`: the gateway may have taken it. */
export type RefNrOutcome = {
  readonly kind: 'success' | 'decline' | 'unknown';
  readonly code: string | null;
  readonly description: string | null;
};

/**
 * Sends another reference of a payment exactly once and reads the answer like one about money:
 * whatever is not definite is unknown.
 * @throws WireError before anything is sent when a field breaks its format.
 */
export async function changeRefNrAtGateway(
  deps: Pick<Deps, 'clock' | 'env'>,
  connection: GatewayConnection,
  asked: Asked,
): Promise<{ readonly outcome: RefNrOutcome; readonly call: Call }> {
  const pairs = buildRefNrChangeRequest(connection.credentials, asked);
  const { answer, trace } = await exchange(deps, connection, 'refNrChange', pairs);
  const { clockDifferenceMs: _, ...told } = trace;
  const unknown = (why: string) => ({
    outcome: { kind: 'unknown', code: null, description: why } as const,
    call: { ...told, outcome: `unknown: ${why}`, status: null, code: null },
  });
  if (!answer.ok) return unknown(answer.why);
  const read = parseRefNrChangeResponse(answer.parameters);
  if (!read.ok) return unknown(`field ${read.parameter}`);

  const echoOk = echoesRefNrChange(read, { ...asked, merchantId: connection.gatewayMerchantId });
  if (!echoOk) return unknown(ABOUT_ANOTHER);
  const { code, description, status } = read;
  const kind = classifyAnswer({ code, status, allowedStatuses: refNrChangeStatuses, echoOk });
  return { outcome: { kind, code, description }, call: { ...told, outcome: kind, status, code } };
}
