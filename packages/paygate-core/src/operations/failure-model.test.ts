import { describe, expect, test } from 'vitest';
import { classifyAnswer } from '../response-code/index.ts';
import { credentials, payId, transId } from '../testing.ts';
import { seal } from '../wire/envelope.ts';
import type { Pair } from '../wire/parameters.ts';
import {
  answerEchoes,
  captureStatuses,
  creditStatuses,
  openAnswer,
  parseCaptureResponse,
  parseCreditResponse,
  parseReverseResponse,
  reverseStatuses,
} from './index.ts';

const actions = {
  capture: { parse: parseCaptureResponse, allowedStatuses: captureStatuses },
  reversal: { parse: parseReverseResponse, allowedStatuses: reverseStatuses },
  credit: { parse: parseCreditResponse, allowedStatuses: creditStatuses },
};
type Action = keyof typeof actions;
const kinds: readonly Action[] = ['capture', 'reversal', 'credit'];

const good = {
  mid: credentials.merchantId,
  PayID: payId,
  XID: 'c'.repeat(32),
  TransID: transId,
  Status: 'OK',
  Code: '00000000',
  Description: 'success',
};
const asked = { merchantId: credentials.merchantId, payId, transId };

/** What the server concludes from the body of an answer. */
function conclude(kind: Action, body: string): 'success' | 'decline' | 'unknown' {
  const opened = openAnswer(credentials.cipher, body);
  if (!opened.ok) return 'unknown';
  const { parse, allowedStatuses } = actions[kind];
  const read = parse(opened.parameters);
  if (!read.ok) return 'unknown';
  const { code, status } = read;
  return classifyAnswer({ code, status, allowedStatuses, echoOk: answerEchoes(read, asked) });
}

function sealed(pairs: readonly Pair[]): string {
  const { len, data } = seal(credentials.cipher, pairs, { padding: 'space' });
  return `Len=${len}&Data=${data}`;
}

/** Numbers that are the same in every run. */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state;
  }
}

const bodies: readonly [string, Action, string][] = [
  ['a capture', 'capture', sealed(Object.entries(good))],
  ['a reversal', 'reversal', sealed(Object.entries(good))],
  ['a credit', 'credit', sealed(Object.entries({ ...good, RefNr: 'A-1', UserData: 'x' }))],
  ['a decline', 'capture', sealed(Object.entries({ ...good, Status: 'FAILED', Code: '20600074' }))],
  ['one with text in front', 'capture', `\r\n${sealed(Object.entries(good))}`],
];

describe('W05: an answer cut at any byte', () => {
  test.each(bodies)('to %s is neither success nor decline', (_, kind, body) => {
    expect(conclude(kind, body)).not.toBe('unknown');
    expect(body.length).toBeGreaterThan(300);

    for (let cut = 0; cut < body.length; cut++) {
      expect(conclude(kind, body.slice(0, cut)), `cut at ${cut}`).toBe('unknown');
    }
  });
});

test('W06: two hundred bodies that are no answer', () => {
  const pages = ['', ' ', 'OK', 'null', '{}', '[]', '<html></html>', 'Status=OK&Code=00000000'];
  for (const word of ['502 Bad Gateway', 'Maintenance', 'Code=00000000', 'Len=5&Data=']) {
    for (const before of [
      '<!doctype html>',
      '<?xml version="1.0"?>',
      '{"message":"',
      'HTTP/1.1 ',
    ]) {
      for (let length = 0; length < 12; length++) pages.push(before + word.repeat(length));
    }
  }

  expect(pages.length).toBeGreaterThanOrEqual(200);
  for (const page of pages) {
    for (const kind of kinds) expect(conclude(kind, page), page).toBe('unknown');
  }
});

test('W07: a million damaged answers crash nothing and prove nothing', { timeout: 240_000 }, () => {
  const [, , whole] = bodies[0] ?? ['', 'capture', ''];
  const hex = '0123456789abcdef';
  const start = whole.indexOf('Data=') + 5;
  const random = numbers(7);
  let proved = 0;

  for (let run = 0; run < 1_000_000; run++) {
    const at = random.next().value % whole.length;
    const other = hex.charAt((random.next().value >>> 8) % 16);
    // Most damage is inside the cipher text, where it opens to something else.
    const place = run % 4 === 0 ? at : start + (at % (whole.length - start));
    if (whole.charAt(place) === other) continue;
    const damaged = `${whole.slice(0, place)}${other}${whole.slice(place + 1)}`;
    // Every tenth in full length; the others are cut too, which keeps a million of them affordable.
    const text = run % 10 === 0 ? damaged : damaged.slice(0, start + 32);
    const verdict = conclude('capture', text);
    // What decides nothing (XID, Description) may be damaged; what decides may not.
    if (verdict !== 'unknown' && !decidesNothing(text)) proved++;
  }

  expect(proved).toBe(0);
});

function decidesNothing(body: string): boolean {
  const opened = openAnswer(credentials.cipher, body);
  if (!opened.ok) return false;
  return (['mid', 'PayID', 'TransID', 'Status', 'Code'] as const).every(
    (name) => opened.parameters.get(name) === good[name],
  );
}

describe('W08: an answer about another payment', () => {
  const others: readonly [string, readonly Pair[]][] = [
    ['another mid', Object.entries({ ...good, mid: 'desk_other' })],
    ['no mid', Object.entries(good).filter(([name]) => name !== 'mid')],
    ['two merchants', [...Object.entries(good), ['MerchantID', 'desk_other']]],
    ['another PayID', Object.entries({ ...good, PayID: 'd'.repeat(32) })],
    ['no PayID', Object.entries(good).filter(([name]) => name !== 'PayID')],
    ['another TransID', Object.entries({ ...good, TransID: `${transId}X` })],
    ['no TransID', Object.entries(good).filter(([name]) => name !== 'TransID')],
  ];

  test.each(kinds.flatMap((kind) => others.map(([what, pairs]) => ({ kind, what, pairs }))))(
    '$kind with $what is unknown',
    ({ kind, pairs }) => {
      expect(conclude(kind, sealed(pairs))).toBe('unknown');
    },
  );
});

test('W09: a Code that comes twice, or a cast would call zero', () => {
  const twice: readonly Pair[] = [...Object.entries(good)];
  const plain = (code: string) =>
    sealed(twice.map(([name, value]): Pair => [name, name === 'Code' ? code : value]));

  expect(conclude('capture', plain('00000000'))).toBe('success');
  for (const code of [
    '',
    '0',
    '00',
    '0x0',
    'abc',
    '0000000',
    '000000000',
    '0000000O',
    '-0000000',
  ]) {
    expect(conclude('capture', plain(code)), code).toBe('unknown');
  }
  const clear = Object.entries(good).map(([name, value]) => `${name}=${value}`);
  expect(conclude('capture', clear.join('&'))).toBe('success');
  expect(conclude('capture', [...clear, 'code=00000000'].join('&'))).toBe('unknown');
  expect(conclude('capture', [...clear, 'CODE=20600074'].join('&'))).toBe('unknown');
});

test('W11: order, case and further parameters change nothing, 500 times', () => {
  const random = numbers(11);
  const pick = (most: number) => random.next().value % most;
  for (let run = 0; run < 500; run++) {
    const pairs: Pair[] = [...Object.entries(good), [`New${run}`, 'whatever']];
    for (let at = pairs.length - 1; at > 0; at--) {
      const other = pick(at + 1);
      const here = pairs[at] ?? ['', ''];
      pairs[at] = pairs[other] ?? ['', ''];
      pairs[other] = here;
    }
    const cased = pairs.map(([name, value]): Pair => {
      const how = pick(3);
      return [how === 0 ? name : how === 1 ? name.toLowerCase() : name.toUpperCase(), value];
    });

    for (const kind of kinds) expect(conclude(kind, sealed(cased))).toBe('success');
  }
});
