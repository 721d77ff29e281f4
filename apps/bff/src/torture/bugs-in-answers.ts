import type { SendOutcome } from '../gateway/gateway-outcome.ts';
import { sendOperation } from '../payments/send-operation.ts';
import { assemblePath, type Steps } from './assembled-path.ts';
import type { SeededBug } from './seeded-bug.ts';

type Send = Steps['send'];
type Unknown = Extract<SendOutcome, { readonly kind: 'unknown' }>;

const NOBODY_ANSWERED = ['cut', 'timeout'];

/** Mistakes in what is made of an answer, or of none, and in what is done about it. */
export const bugsInAnswers: readonly SeededBug[] = [
  misreading('a timeout counts as failed', ({ why }) => NOBODY_ANSWERED.includes(why), refused),
  misreading('any answer is a success', ({ why }) => !NOBODY_ANSWERED.includes(why), executed),
  misreading('the echo is not compared', ({ why }) => why.endsWith('another payment'), executed),
  misreading('every FAILED is final', ({ status }) => status === 'FAILED', refused),
  misreading('a zero code is a success', ({ code }) => Number(code ?? '1') === 0, executed),
  {
    name: 'sent again with the same ReqId',
    plant: (mark) => resending(mark, (operation) => operation),
  },
  {
    name: 'sent again with another ReqId',
    plant: (mark) =>
      resending(mark, (operation) => ({
        ...operation,
        reqId: [...operation.reqId].reverse().join(''),
      })),
  },
  {
    name: 'a claim is used however old it is',
    plant: (mark) => ({
      path: assemblePath({
        send: (deps, connection, payment, operation, { claimedAt }) => {
          if (deps.clock.wall() - claimedAt > deps.env.gatewayTimeoutMs) mark();
          return sendOperation(deps, connection, payment, operation, {
            claimedAt: deps.clock.wall(),
          });
        },
      }),
    }),
  },
];

function misreading(
  name: string,
  applies: (outcome: Unknown) => boolean,
  read: (outcome: Unknown) => SendOutcome,
): SeededBug {
  return {
    name,
    plant: (mark) => {
      const send: Send = async (...sending) => {
        const sent = await sendOperation(...sending);
        if (sent?.outcome.kind !== 'unknown' || !applies(sent.outcome)) return sent;
        mark();
        return { ...sent, outcome: read(sent.outcome) };
      };
      return { path: assemblePath({ send }) };
    },
  };
}

function executed(outcome: Unknown): SendOutcome {
  return { ...outcome, kind: 'success', status: 'OK', code: '00000000' };
}

function refused(outcome: Unknown): SendOutcome {
  return { ...outcome, kind: 'decline', status: 'FAILED', code: outcome.code ?? '22060100' };
}

function resending(
  mark: () => void,
  again: (operation: Parameters<Send>[3]) => Parameters<Send>[3],
) {
  const send: Send = async (deps, connection, payment, operation, claim) => {
    const sent = await sendOperation(deps, connection, payment, operation, claim);
    if (sent?.outcome.kind !== 'unknown') return sent;
    mark();
    return sendOperation(deps, connection, payment, again(operation), claim);
  };
  return { path: assemblePath({ send }) };
}
