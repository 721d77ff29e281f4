import type { Operation } from 'paygate-core/brands';
import {
  answerEchoes,
  buildCaptureRequest,
  buildCreditRequest,
  buildReverseRequest,
  captureStatuses,
  creditStatuses,
  parseCaptureResponse,
  parseCreditResponse,
  parseReverseResponse,
  reverseStatuses,
} from 'paygate-core/operations';
import { classifyAnswer } from 'paygate-core/response-code';
import type { OperationKind } from 'paygate-payments';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { type Call, exchange } from './exchange.ts';
import { ABOUT_ANOTHER, type SendOutcome } from './gateway-outcome.ts';

/** A money request. `amount` in minor units; `closesRest` sends CompleteType=YES with a capture. */
export type MoneyRequest = {
  readonly kind: OperationKind;
  readonly payId: string;
  readonly transId: string;
  readonly amount: number;
  readonly currency: string;
  readonly reqId: string;
  readonly refNr: string | null;
  readonly closesRest: boolean;
};

/** What one send told, and the trace of the call to store beside it. */
export type Sent = { readonly outcome: SendOutcome; readonly call: Call };

const endpoints = { capture: 'capture', reversal: 'reverse', credit: 'credit' } as const satisfies {
  readonly [kind in OperationKind]: Operation;
};
const statuses = { capture: captureStatuses, reversal: reverseStatuses, credit: creditStatuses };
const parsers = {
  capture: parseCaptureResponse,
  reversal: parseReverseResponse,
  credit: parseCreditResponse,
};

/**
 * Sends a money request exactly once and reads the answer as decisions point 15 says: success and
 * decline need a well-formed answer about our payment; everything else is unknown, because the money
 * may have moved.
 * @throws WireError before anything is sent when a field breaks its format.
 */
export async function sendToGateway(
  deps: Pick<Deps, 'clock' | 'env'>,
  connection: GatewayConnection,
  request: MoneyRequest,
): Promise<Sent> {
  const { kind, payId, transId, reqId } = request;
  const pairs = buildRequest(connection, request);
  const { answer, trace } = await exchange(deps, connection, endpoints[kind], pairs, reqId);
  if (!answer.ok) return sent(trace, unknown(answer.why));

  const read = parsers[kind](answer.parameters);
  if (!read.ok) return sent(trace, unknown(`field ${read.parameter}`));

  const asked = { merchantId: connection.gatewayMerchantId, payId, transId };
  const echoOk = answerEchoes(read, asked);
  const { status, code, description, xid } = read;
  const verdict = classifyAnswer({ code, status, allowedStatuses: statuses[kind], echoOk });
  if (verdict !== 'unknown') return sent(trace, { kind: verdict, status, code, description, xid });

  const why = echoOk ? 'not definite' : ABOUT_ANOTHER;
  // An answer about another payment must not leave its code on ours.
  return sent(trace, echoOk ? { ...unknown(why), status, code, description } : unknown(why));
}

function buildRequest({ credentials }: GatewayConnection, request: MoneyRequest) {
  switch (request.kind) {
    case 'capture':
      return buildCaptureRequest(credentials, {
        ...request,
        completeType: request.closesRest ? 'YES' : undefined,
      });
    case 'reversal':
      return buildReverseRequest(credentials, request);
    case 'credit':
      return buildCreditRequest(credentials, request);
  }
}

type Unknown = Extract<SendOutcome, { readonly kind: 'unknown' }>;

function unknown(why: string): Unknown {
  return { kind: 'unknown', why, status: null, code: null, description: null, xid: null };
}

function sent(trace: Omit<Call, 'outcome' | 'status' | 'code'>, outcome: SendOutcome): Sent {
  const told = outcome.kind === 'unknown' ? `unknown: ${outcome.why}` : outcome.kind;
  const { status, code } = outcome;
  return { outcome, call: { ...trace, outcome: told, status, code } };
}
