import {
  buildInquire24Request,
  buildInquireRequest,
  type InquireAnswer,
  inquireStatuses,
  parseInquireResponse,
} from 'paygate-core/operations';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { watchClock } from './clock-difference.ts';
import { type Exchange, exchange } from './exchange.ts';
import type { StoredCall } from './gateway-call-store.ts';
import type { InquiryOutcome } from './gateway-outcome.ts';
import { outage } from './outage.ts';
import { recordCalls } from './record-call.ts';

/** Details that say that the gateway has no such payment (paygate.md 5.3). */
const NOT_FOUND_DETAILS = ['0061', '0321', '0600', '1101'];

type Asked = { readonly id?: string } & (
  | { readonly payId: null; readonly transId: string }
  | { readonly payId: string; readonly transId: string | null }
);

type Asking = Pick<Deps, 'clock' | 'env' | 'database' | 'log'>;

/** What an inquiry told, and the trace of its call; null when nobody was asked. */
export type Inquired = { readonly outcome: InquiryOutcome; readonly call: StoredCall | null };

/**
 * Asks the gateway for the sums of a payment: by PayID, or by TransID alone while it has none; by
 * PayID alone where nobody knows its TransID. Moves no money. The call is recorded; nothing the
 * gateway or the network does makes this throw. During an outage it is answered `unreachable` at
 * once, but for one question a second.
 */
export async function inquireGateway(
  deps: Asking,
  connection: GatewayConnection,
  asked: Asked,
  operationId: string | null = null,
): Promise<InquiryOutcome> {
  const { outcome, call } = await inquireUnrecorded(deps, connection, asked, operationId);
  if (call !== null) await recordCalls(deps.database.money, [call]);
  return outcome;
}

/** The same for one who asks many questions and then keeps the traces of all, by `recordCalls`. */
export async function inquireUnrecorded(
  deps: Omit<Asking, 'database'>,
  connection: GatewayConnection,
  asked: Asked,
  operationId: string | null = null,
): Promise<Inquired> {
  const wall = deps.clock.wall();
  if (!outage.mayAsk(connection.id, wall)) {
    return { outcome: { kind: 'unreachable', why: 'outage' }, call: null };
  }
  const inquired = await ask(deps, connection, asked, operationId);
  outage.tell(connection.id, inquired.outcome.kind !== 'unreachable', wall);
  return inquired;
}

/** Asks whatever happened before: for a person who tries out a connection. */
export async function askGateway(
  deps: Asking,
  connection: GatewayConnection,
  asked: Asked,
): Promise<InquiryOutcome> {
  const { outcome, call } = await ask(deps, connection, asked, null);
  await recordCalls(deps.database.money, [call]);
  return outcome;
}

async function ask(
  deps: Omit<Asking, 'database'>,
  connection: GatewayConnection,
  asked: Asked,
  operationId: string | null,
): Promise<{ readonly outcome: InquiryOutcome; readonly call: StoredCall }> {
  const { credentials } = connection;
  const { id, payId, transId } = asked;
  const { answer, trace } = await (asked.payId === null
    ? exchange(deps, connection, 'inquire24', buildInquire24Request(credentials, asked))
    : exchange(deps, connection, 'inquire', buildInquireRequest(credentials, asked)));
  const read = answer.ok ? parseInquireResponse(answer.parameters) : null;
  const outcome =
    read?.ok === true
      ? judge(read, { merchantId: connection.gatewayMerchantId, payId, transId })
      : withoutAnswer(answer, read?.parameter);

  const { clockDifferenceMs, ...told } = trace;
  watchClock(deps.log, connection.id, clockDifferenceMs, deps.clock.wall());

  const { status, code } = read?.ok === true ? read : { status: null, code: null };
  const about = { paymentId: id ?? null, operationId };
  const names = { merchantId: connection.merchantId, connectionId: connection.id };
  return { outcome, call: { ...told, ...names, ...about, outcome: outcome.kind, status, code } };
}

type Names = {
  readonly merchantId: string;
  readonly payId: string | null;
  readonly transId: string | null;
};

function judge(answer: InquireAnswer, asked: Names): InquiryOutcome {
  const { code, status, amounts, payId, transId, lastStatus, xid, refNr, currency } = answer;
  if (code !== '00000000' || !inquireStatuses.includes(status)) {
    const unknownThere = /^[24]/.test(code) && NOT_FOUND_DETAILS.includes(code.slice(4));
    return unknownThere
      ? { kind: 'not-found', code }
      : { kind: 'unreadable', why: `code ${code} with status ${status}` };
  }
  const echoes =
    answer.merchantId === asked.merchantId &&
    (asked.transId === null || transId === asked.transId) &&
    (asked.payId === null || payId === asked.payId);
  if (!echoes || payId === null || transId === null)
    return { kind: 'unreadable', why: 'about another payment' };
  if (amounts === null) return { kind: 'unreadable', why: 'amounts missing' };
  if (currency !== null && currency !== 'CHF') return { kind: 'unreadable', why: 'currency' };

  const { authorized: auth, captured: cap, credited: cred } = amounts;
  return { kind: 'amounts', amounts: { auth, cap, cred }, lastStatus, payId, transId, xid, refNr };
}

function withoutAnswer(answer: Exchange['answer'], parameter: string | undefined): InquiryOutcome {
  if (answer.ok) return { kind: 'unreadable', why: `field ${parameter ?? '?'}` };
  return { kind: answer.reached ? 'unreadable' : 'unreachable', why: answer.why };
}
