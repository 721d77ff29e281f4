import { TRPCClientError } from '@trpc/client';
import { refusals } from 'paygate-payments';
import { describe, expect, it } from 'vitest';
import { isNowhere, toFailure, UnreadableAnswer } from './failure.ts';

type Answer = { status: number; message?: string; headers?: Record<string, string>; data?: object };

function answered({
  status,
  message = '',
  headers = {},
  data = {},
}: Answer): TRPCClientError<never> {
  const response = new Response(null, { status, headers });
  const error = { code: -32000, message, data: { httpStatus: status, ...data } };
  return TRPCClientError.from({ error } as never, { meta: { response } });
}

describe('toFailure', () => {
  it.each([
    [{ status: 401, message: 'signed-out' }, { type: 'signed-out' }],
    [
      { status: 401, message: 'wrong-credentials' },
      { type: 'wrong', message: 'wrong-credentials' },
    ],
    [{ status: 403 }, { type: 'forbidden' }],
    [{ status: 404 }, { type: 'not-found' }],
    [{ status: 413 }, { type: 'too-large' }],
    [
      { status: 429, headers: { 'retry-after': '42' } },
      { type: 'too-many', seconds: 42 },
    ],
    [{ status: 429 }, { type: 'too-many', seconds: null }],
    [{ status: 503 }, { type: 'unavailable' }],
    [
      { status: 500, data: { requestId: 'r-1' } },
      { type: 'internal', requestId: 'r-1' },
    ],
    [
      { status: 400, data: { fields: [{ field: 'amount', problem: 'too-small' }] } },
      { type: 'bad-input', fields: [{ field: 'amount', problem: 'too-small' }] },
    ],
    [
      { status: 409, data: { refusal: 'over-limit', details: { limit: 50000 } } },
      { type: 'refused', refusal: 'over-limit', limit: 50000 },
    ],
  ])('sorts %j', (answer, expected) => {
    expect(toFailure(answered(answer))).toEqual(expected);
  });

  it.each(refusals)('knows the refusal %s', (refusal) => {
    expect(toFailure(answered({ status: 409, data: { refusal, details: null } }))).toEqual({
      type: 'refused',
      refusal,
    });
  });

  it('tells a deadline from a network that is down', () => {
    const timeout = TRPCClientError.from(new DOMException('late', 'TimeoutError'));
    const down = TRPCClientError.from(new TypeError('fetch failed'));

    expect(toFailure(timeout)).toEqual({ type: 'timeout' });
    expect(toFailure(down)).toEqual({ type: 'network' });
  });

  it('tells a part of the program that did not arrive from a mistake in it', () => {
    const late = new TypeError('Failed to fetch dynamically imported module: /assets/x.js');

    expect(toFailure(late)).toEqual({ type: 'network' });
    expect(toFailure(new TypeError('x is undefined'))).toEqual({ type: 'page' });
  });

  it.each([
    [503, 'unavailable'],
    [413, 'too-large'],
    [500, 'internal'],
  ])('reads the status %i of an answer that is not ours', (status, type) => {
    const error = TRPCClientError.from(new UnreadableAnswer(status));

    expect(toFailure(error)).toMatchObject({ type });
  });
});

describe('isNowhere', () => {
  const fields = (...names: string[]) => ({
    fields: names.map((field) => ({ field, problem: 'format' })),
  });
  it.each([
    ['no such id', { status: 404 }, true],
    ['no id at all', { status: 400, data: fields('linkId') }, true],
    ['a filter that is wrong', { status: 400, data: fields('linkId', 'from') }, false],
    ['a bad request', { status: 400 }, false],
    ['a server in trouble', { status: 503 }, false],
  ])('%s', (_, answer, expected) => {
    expect(isNowhere(answered(answer))).toBe(expected);
  });
});
