import { describe, expect, test } from 'vitest';
import { classifyAnswer, explanationKeys, parseCode } from './index.ts';

const allowedStatuses = ['OK'];
const answer = { code: '00000000', status: 'OK', allowedStatuses, echoOk: true };

/** The retry column of the gateway's table, written out a second time: "no" in whatever wording. */
const finalDetails =
  '0000 0053 0073 0703 0946 0060 0071 0101 0061 0321 0600 1101 0063 0081 0992 0067 0074 0069 0075 1815 0070 ' +
  '0077 0078 0080 0082 0100 0933 0313 0349 1802 0720 0721 0957 0958 0959 1884 1951 1955 1952 1956 1953 1954';
const openDetails =
  '0040 0045 0050 0083 0994 0051 0056 0052 0054 1108 0055 0934 0705 0709 0062 0064 0065 0066 0068 0072 1716 ' +
  '1859 0076 0901 0902 0905 0906 0950 0951 0952 0953 0935 0960 0985 1515 1519 0931';
const parameterDetails =
  '0001 0002 0003 0004 003E 0005 0006 0007 0008 0009 0010 0011 0012 0014 0020 0021 0022 0032 0044 0099 1283 1365 1990';
const split = (details: string) => details.split(' ');

describe('an answer is a success', () => {
  test('with the one good code, an allowed status and the echo', () => {
    expect(classifyAnswer(answer)).toBe('success');
    expect(
      classifyAnswer({
        ...answer,
        status: 'AUTHORIZE_REQUEST',
        allowedStatuses: ['AUTHORIZE_REQUEST'],
      }),
    ).toBe('success');
  });

  test.each([
    ['another 0… code', { code: '00000001' }],
    ['a short code', { code: '0000000' }],
    ['a code with a space', { code: '00000000 ' }],
    ['a status of another action', { status: 'AUTHORIZE_REQUEST' }],
    ['a lower-case status', { status: 'ok' }],
    ['FAILED', { status: 'FAILED' }],
    ['a wrong echo', { echoOk: false }],
  ])('not with %s', (_, change) => {
    expect(classifyAnswer({ ...answer, ...change })).toBe('unknown');
  });
});

test('W09: of 600 combinations only the one legal row is a success', () => {
  const codes = [
    ...['00000000', '00000001', '0000000', '000000000', '00000000 ', ' 00000000', '0', '', 'null'],
    ...['０００００００', '0000000O', '0x000000', '00000000\n', '20000000', '40000000', '60000000'],
    ...['20600074', '40600074', '60000985', '2000ZZZZ'],
  ];
  const statuses = [
    ...['OK', 'ok', 'Ok', 'OK ', ' OK', '', 'AUTHORIZE_REQUEST', 'AUTHORIZED', 'FAILED', 'failed'],
    ...['PENDING', 'OK,FAILED', 'ＯＫ', 'OKAY', 'true'],
  ];
  const successes: (readonly [string, string, boolean])[] = [];
  let rows = 0;
  for (const code of codes) {
    for (const status of statuses) {
      for (const echoOk of [true, false]) {
        rows++;
        const verdict = classifyAnswer({ code, status, allowedStatuses: ['OK'], echoOk });
        if (verdict === 'success') successes.push([code, status, echoOk]);
      }
    }
  }

  expect(rows).toBeGreaterThanOrEqual(400);
  expect(successes).toEqual([['00000000', 'OK', true]]);
});

describe('an answer is a decline', () => {
  const declined = { ...answer, status: 'FAILED' };
  const classify = (code: string) => classifyAnswer({ ...declined, code });

  test.each(split(finalDetails))('detail %s is a final refusal', (detail) => {
    expect(classify(`2060${detail}`)).toBe('decline');
    expect(classify(`4999${detail}`)).toBe('decline');
  });

  test.each(split(openDetails))('detail %s leaves the outcome unknown', (detail) => {
    expect(classify(`2060${detail}`)).toBe('unknown');
    expect(classify(`4060${detail}`)).toBe('unknown');
  });

  test.each(split(parameterDetails))(
    'detail %s names a parameter, in modules 010 to 019',
    (detail) => {
      for (let module = 10; module <= 19; module++) {
        expect(classify(`20${module}${detail}`)).toBe('decline');
        expect(classify(`40${module}${detail}`)).toBe('decline');
      }
      for (const module of ['000', '001', '009', '020', '060', '100', '01A']) {
        expect(classify(`2${module}${detail}`)).toBe('unknown');
      }
    },
  );

  test.each(['0', '1', '3', '5', '6', '7', '8', '9', 'A'])('never with first digit %s', (digit) => {
    for (const detail of split(finalDetails)) {
      expect(classify(`${digit}060${detail}`)).toBe('unknown');
    }
    expect(classify(`${digit}0100001`)).toBe('unknown');
  });

  test('never without FAILED, nor without the echo', () => {
    const code = '20600074';

    for (const status of ['OK', 'AUTHORIZE_REQUEST', 'PENDING', 'failed', '']) {
      expect(classifyAnswer({ ...answer, status, code })).toBe('unknown');
    }
    expect(classifyAnswer({ ...declined, code, echoOk: false })).toBe('unknown');
  });

  test.each(['20609999', '2060003E', '2060007', '206000744', '2060 074', '', '2206014H'])(
    'never with %j, which is in no table',
    (code) => {
      expect(classify(code)).toBe('unknown');
    },
  );
});

describe('taking a code apart', () => {
  test.each([
    ['00000000', { class: 'ok', meaning: 'success', next: 'nothing-to-do' }],
    ['00000001', { class: 'ok', meaning: null, next: null, finalRefusal: false }],
    [
      '20600074',
      {
        class: 'failed',
        module: '060',
        detail: '0074',
        moduleName: 'payment logic',
        meaning: 'amount-above-authorized',
        next: 'lower-amount',
        finalRefusal: true,
      },
    ],
    ['20600072', { meaning: 'already-done', next: 'check-outcome', finalRefusal: false }],
    ['20600061', { meaning: 'payment-not-found', finalRefusal: true }],
    [
      '20110005',
      {
        moduleName: 'parameter',
        parameter: 'Amount',
        meaning: 'parameter-wrong-format',
        finalRefusal: true,
      },
    ],
    ['20100044', { parameter: 'MAC', meaning: 'mac-rejected', next: 'check-connection' }],
    ['20120044', { parameter: 'MAC', meaning: 'mac-rejected', next: 'check-connection' }],
    ['20170004', { parameter: 'ReqID', meaning: 'parameter-already-used', next: 'check-outcome' }],
    [
      '20010007',
      {
        moduleName: 'cryptography',
        meaning: 'message-unreadable',
        next: 'check-connection',
        finalRefusal: false,
      },
    ],
    [
      '22720040',
      {
        module: '272',
        moduleName: null,
        meaning: 'no-answer',
        next: 'check-outcome',
        finalRefusal: false,
      },
    ],
    ['40600050', { class: 'fatal', meaning: 'technical-error' }],
    ['60000000', { class: 'pending', meaning: 'not-finished', next: 'wait-then-check' }],
    ['70000000', { class: 'pending' }],
    ['21500985', { class: 'failed', meaning: 'pending', finalRefusal: false }],
    [
      '22060203',
      { class: 'failed', detail: '0203', meaning: null, next: null, finalRefusal: false },
    ],
    ['2294011B', { class: 'failed', detail: '011B', meaning: null }],
    ['10000000', { class: 'other', meaning: null }],
    ['nonsense', { class: 'other', module: '', detail: '', meaning: null }],
  ])('%s', (code, expected) => {
    expect(parseCode(code)).toMatchObject(expected);
  });

  test.each([
    ['20601951', true],
    ['20601955', true],
    ['20180000', true],
    ['20180002', true],
    ['20600074', false],
    ['60181951', false],
    ['00000000', false],
  ])('%s says that the authorization ran out: %s', (code, expired) => {
    expect(parseCode(code).expired).toBe(expired);
  });

  test('every explanation is in the list of keys, and none is there twice', () => {
    const details = split(`${finalDetails} ${openDetails} ${parameterDetails}`);
    const modules = ['000', '001', '060', ...Array.from({ length: 10 }, (_, i) => `01${i}`)];
    const used = new Set(
      ['00000000', '60000000', ...modules.flatMap((m) => details.map((d) => `2${m}${d}`))]
        .map(parseCode)
        .flatMap(({ meaning, next }) => [meaning, next])
        .filter((key) => key !== null),
    );

    expect(used).toEqual(new Set(explanationKeys));
    expect(new Set(explanationKeys).size).toBe(explanationKeys.length);
  });
});
