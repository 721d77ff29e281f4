import { describe, expect, test } from 'vitest';
import { parseBody } from './body.ts';

describe('a sealed body', () => {
  test.each([
    ['as documented', 'Len=3&Data=AB', []],
    ['in another order and case', 'DATA=AB&len=3', []],
    ['after a clear merchant id', 'MerchantID=m&Len=3&Data=AB', [['MerchantID', 'm']]],
    [
      'with Plain and Custom',
      'Len=3&Data=AB&Plain=p&k=v',
      [
        ['Plain', 'p'],
        ['k', 'v'],
      ],
    ],
    ['with Plain in front', 'Plain=Len=9&Len=3&Data=AB', [['Plain', 'Len=9']]],
    ['behind other text', 'some text, Len=3&Data=AB', []],
    ['behind a tag', '<html>&nbsp;<p>Len=3&Data=AB', []],
    ['before a line end', '\r\nLen=3&Data=AB\r\n', []],
  ])('%s', (_, text, rest) => {
    expect(parseBody(text)).toEqual({ kind: 'sealed', len: '3', data: 'AB', rest });
  });

  test.each([
    ['a second Len', 'Len=3&Data=AB&len=4', 'duplicate-name'],
    ['a second Data, smuggled by Custom', 'Len=3&Data=AB&x=1&DATA=CD', 'duplicate-name'],
    ['no Data', 'Len=3&x=1', 'data-missing'],
  ])('refuses %s', (_, text, why) => {
    expect(parseBody(text)).toEqual({ kind: 'unreadable', why });
  });

  test('without Len leaves the refusal to whoever opens it', () => {
    expect(parseBody('Data=AB')).toMatchObject({ kind: 'sealed', len: undefined });
  });
});

describe('an unencrypted body', () => {
  test.each([
    'mid=m&PayID=p&Status=OK',
    'PayID=p&MerchantID=m&Status=OK',
    'note: mid=m&PayID=p&Status=OK',
  ])('%s', (text) => {
    const body = parseBody(text);

    expect(body.kind === 'plain' && body.parameters.get('payid')).toBe('p');
    expect(body.kind === 'plain' && body.parameters.get('STATUS')).toBe('OK');
  });

  test('refuses a name that comes twice', () => {
    expect(parseBody('mid=m&Status=OK&status=FAILED')).toEqual({
      kind: 'unreadable',
      why: 'duplicate-name',
    });
  });
});

test.each([
  '',
  ' ',
  'hello',
  '<!doctype html><title>500</title>',
  '{"a":1}',
  'a=1&b=2',
  '====&&&&',
])('cannot read %j', (text) => {
  expect(parseBody(text)).toEqual({ kind: 'unreadable', why: 'not-pairs' });
});
