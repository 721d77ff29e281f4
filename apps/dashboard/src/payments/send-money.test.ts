import { describe, expect, test } from 'vitest';
import { type CallFailure, type MoneyPorts, sendMoney } from './send-money.ts';
import { operation } from './testing.tsx';

const failure = (status: number | null, refusal: string | null = null): CallFailure => ({
  status,
  refusal,
  details: null,
});
const lost = failure(null);

type Script = {
  readonly send?: () => ReturnType<MoneyPorts['send']>;
  readonly answers?: readonly (ReturnType<typeof operation> | CallFailure)[];
  readonly isOnline?: boolean;
  readonly closedAfter?: number;
};

/** A server that answers by script; failures are thrown as they are. */
async function play({ send, answers = [], isOnline = true, closedAfter = 99 }: Script) {
  const calls = { sent: 0, asked: 0, waited: 0 };
  const result = await sendMoney({
    isOnline: () => isOnline,
    send: () => {
      calls.sent += 1;
      return send?.() ?? Promise.resolve({ operation: operation() });
    },
    ask: () => {
      const answer = answers[calls.asked];
      calls.asked += 1;
      return answer !== undefined && 'id' in answer
        ? Promise.resolve({ operation: answer })
        : Promise.reject(answer);
    },
    failureOf: (error) => error as CallFailure,
    wait: async () => {
      calls.waited += 1;
    },
    isClosed: () => calls.waited > closedAfter,
    onAsking: () => undefined,
  });
  return { result, calls };
}

describe('sending money', () => {
  test('tells a success', async () => {
    const { result, calls } = await play({});

    expect(result).toMatchObject({ type: 'succeeded' });
    expect(calls).toEqual({ sent: 1, asked: 0, waited: 0 });
  });

  test.each([
    ['failed', 'declined'],
    ['unknown', 'unknown'],
    ['review', 'unknown'],
    ['not_executed', 'not-executed'],
    ['cancelled', 'refused'],
  ] as const)('an operation %s is %s', async (state, type) => {
    const { result } = await play({
      send: () => Promise.resolve({ operation: operation({ state }) }),
    });

    expect(result?.type).toBe(type);
  });

  test('sends nothing while offline', async () => {
    const { result, calls } = await play({ isOnline: false });

    expect(result).toEqual({ type: 'not-sent', why: 'offline' });
    expect(calls.sent).toBe(0);
  });

  test.each([
    [400, 'bad-input'],
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [429, 'too-many'],
  ])('an answer %i proves that nothing was sent', async (status, why) => {
    const { result, calls } = await play({ send: () => Promise.reject(failure(status)) });

    expect(result).toEqual({ type: 'not-sent', why });
    expect(calls.asked).toBe(0);
  });

  test('a refusal keeps its reason', async () => {
    const { result } = await play({
      send: () => Promise.reject(failure(409, 'stale-version')),
    });

    expect(result).toEqual({ type: 'refused', refusal: 'stale-version', details: null });
  });

  test.each([null, 500, 503])(
    'after a lost answer (%s) it asks and never sends again',
    async (status) => {
      const { result, calls } = await play({
        send: () => Promise.reject(failure(status)),
        answers: [lost, failure(503), operation({ state: 'sending' }), operation()],
      });

      expect(result).toMatchObject({ type: 'succeeded' });
      expect(calls).toEqual({ sent: 1, asked: 4, waited: 4 });
    },
  );

  test('asks on while the operation is on its way, then tells that the outcome is unknown', async () => {
    const { result } = await play({
      send: () => Promise.resolve({ operation: operation({ state: 'sending' }) }),
      answers: [operation({ state: 'sending' }), operation({ state: 'unknown' })],
    });

    expect(result?.type).toBe('unknown');
  });

  test('only a repeated "not here" proves that the step never arrived', async () => {
    const once = await play({
      send: () => Promise.reject(lost),
      answers: [failure(404), operation()],
    });
    const twice = await play({
      send: () => Promise.reject(lost),
      answers: [failure(404), failure(404)],
    });

    expect(once.result?.type).toBe('succeeded');
    expect(twice.result).toEqual({ type: 'not-sent', why: 'never-arrived' });
  });

  test('a key that is known with other figures means that the first attempt arrived', async () => {
    const { result } = await play({
      send: () => Promise.reject(failure(409, 'key-reused')),
      answers: [operation()],
    });

    expect(result?.type).toBe('succeeded');
  });

  test('stops asking once the dialog is closed', async () => {
    const { result, calls } = await play({
      send: () => Promise.reject(lost),
      answers: [lost, lost, lost, lost],
      closedAfter: 2,
    });

    expect(result).toBeNull();
    expect(calls.asked).toBe(2);
  });
});
