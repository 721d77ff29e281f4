import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AuditLine, canonicalJson, hashAudit } from './audit-hash.ts';

const hex = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'),
  minLength: 64,
  maxLength: 64,
});
const anyLine: fc.Arbitrary<AuditLine> = fc.record({
  merchantId: fc.integer({ min: 1, max: 2_147_483_647 }),
  seq: fc.integer({ min: 1 }),
  at: fc.integer({ min: 0, max: 8_640_000_000_000_000 }),
  actorId: fc.option(fc.uuid()),
  action: fc.string({ unit: 'binary' }),
  subject: fc.string({ unit: 'binary' }),
  details: fc.json(),
  prevHash: hex,
});
const fields = [
  'merchantId',
  'seq',
  'at',
  'actorId',
  'action',
  'subject',
  'details',
  'prevHash',
] as const;

describe('the hash of a line', () => {
  test('is 64 hex digits and the same for the same line', () => {
    fc.assert(
      fc.property(anyLine, (line) => {
        expect(hashAudit(line)).toMatch(/^[0-9a-f]{64}$/);
        expect(hashAudit({ ...line })).toBe(hashAudit(line));
      }),
    );
  });

  test('changes with every field', () => {
    fc.assert(
      fc.property(anyLine, anyLine, fc.constantFrom(...fields), (line, other, field) => {
        const changed = { ...line, [field]: other[field] };
        expect(hashAudit(changed) === hashAudit(line)).toBe(line[field] === other[field]);
      }),
    );
  });

  test('notices a letter that moves into the next field', () => {
    fc.assert(
      fc.property(anyLine, fc.string({ minLength: 1 }), (line, text) => {
        const there = { ...line, action: line.action + text };
        const here = { ...line, subject: text + line.subject };
        expect(hashAudit(there)).not.toBe(hashAudit(here));
      }),
    );
  });

  test('stays what it was: a changed rule would make every stored log look tampered with', () => {
    const line = {
      merchantId: 1,
      seq: 2,
      at: 1_764_547_200_000,
      actorId: null,
      action: 'capture-requested',
      subject: 'payment:0198',
      details: canonicalJson({ note: 'Grüezi', amount: 50_00 }),
      prevHash: 'ab'.repeat(32),
    };
    expect(hashAudit(line)).toBe(
      'f24b8ca995f553b217c74c80f7e58b7580d52a0d1623a1dcdd96648338dfbd6c',
    );
  });
});

describe('details as text', () => {
  test('do not depend on the order of keys', () => {
    const one = { b: [{ y: 1, x: 2 }], a: { d: null, c: 'ü' }, left: undefined };
    expect(canonicalJson(one)).toBe('{"a":{"c":"ü","d":null},"b":[{"x":2,"y":1}]}');
  });

  test('say the same and are their own canonical form', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });
});
