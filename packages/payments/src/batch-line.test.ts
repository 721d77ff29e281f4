import { describe, expect, test } from 'vitest';
import { decideBatchLine } from './batch-line.ts';
import { noRefundLimits } from './credit.ts';
import { authorizedAt, authorizedPayment, connectionRules } from './testing.ts';

const file = { limits: noRefundLimits, reversals: 'yes', answerBy: authorizedAt + 1 } as const;
type Overrides = NonNullable<Parameters<typeof authorizedPayment>[0]>;

function decide(
  wish: Parameters<typeof decideBatchLine>[2],
  overrides: Overrides = {},
  more: Partial<Parameters<typeof decideBatchLine>[3]> = {},
  { refNr = 'A-1', inDoubt = false }: { refNr?: string | null; inDoubt?: boolean } = {},
) {
  const facts = { ...authorizedPayment(overrides), refNr, inDoubt };
  return decideBatchLine(facts, connectionRules(), wish, { ...file, ...more });
}

describe('a line of a batch file', () => {
  const captured = { amounts: { captured: 100_00 } };

  test('moves all that can be moved', () => {
    expect(decide({ kind: 'capture' })).toEqual({ allowed: true, amount: 100_00 });
    expect(decide({ kind: 'reversal' })).toEqual({ allowed: true, amount: 100_00 });
    const refunded = { amounts: { captured: 100_00, refunded: 30_00 } };
    expect(decide({ kind: 'credit' }, refunded)).toEqual({ allowed: true, amount: 70_00 });
    expect(decide({ kind: 'credit', amount: 5_00 }, captured)).toEqual({
      allowed: true,
      amount: 5_00,
    });
  });

  test('is refused where the single step is, with the same reason', () => {
    expect(decide({ kind: 'capture' }, captured)).toEqual({
      allowed: false,
      reason: 'nothing-left',
    });
    expect(decide({ kind: 'capture' }, { openState: 'sending' })).toMatchObject({
      reason: 'step-in-flight',
    });
    expect(decide({ kind: 'capture' }, { openState: 'sending', inFile: true })).toMatchObject({
      reason: 'in-batch-file',
    });
    expect(decide({ kind: 'credit' }, { ...captured, payId: null })).toMatchObject({
      reason: 'pay-id-missing',
    });
    const limits = { ...noRefundLimits, perPayment: 20_00 };
    expect(decide({ kind: 'credit' }, captured, { limits })).toEqual({
      allowed: false,
      reason: 'over-limit',
      limit: 20_00,
      max: 20_00,
    });
    expect(decide({ kind: 'credit', amount: 99 }, captured)).toMatchObject({
      reason: 'amount-too-low',
      min: 1_00,
    });
  });

  test('never takes a part: a file cannot say what becomes of the rest', () => {
    expect(decide({ kind: 'capture', amount: 99_99 })).toMatchObject({ reason: 'part-in-file' });
    expect(decide({ kind: 'reversal', amount: 99_99 })).toMatchObject({ reason: 'part-in-file' });
  });

  test('is refused when the deadline comes before the answer, to the millisecond', () => {
    const { captureBy, refundUntil } = authorizedPayment();
    const late = 'lapses-before-answer';
    expect(decide({ kind: 'capture' }, {}, { answerBy: captureBy ?? 0 })).toMatchObject({
      reason: late,
    });
    expect(decide({ kind: 'capture' }, {}, { answerBy: (captureBy ?? 0) - 1 }).allowed).toBe(true);
    expect(decide({ kind: 'credit' }, captured, { answerBy: refundUntil ?? 0 })).toMatchObject({
      reason: late,
    });
    expect(decide({ kind: 'credit' }, captured, { answerBy: captureBy ?? 0 }).allowed).toBe(true);
    expect(decide({ kind: 'reversal' }, {}, { answerBy: captureBy ?? 0 }).allowed).toBe(true);
  });

  test('reverses only where that is confirmed for files', () => {
    expect(decide({ kind: 'reversal' }, {}, { reversals: 'unconfirmed' })).toMatchObject({
      reason: 'reversal-unconfirmed',
    });
  });

  test.each(['A,1', 'Ä1', 'A 1'])('the RefNr %s would shift or break its fields', (refNr) => {
    expect(decide({ kind: 'capture' }, {}, {}, { refNr })).toMatchObject({
      reason: 'ref-nr-unsafe',
    });
  });

  test.each(['T,1', 'T 1', 'T"1'])('the TransID %s as well', (transId) => {
    expect(decide({ kind: 'capture' }, { transId })).toMatchObject({
      reason: 'trans-id-unsafe-in-file',
    });
  });

  test('is refused while the figures are in doubt: nobody asks the gateway first', () => {
    expect(decide({ kind: 'capture' }, {}, {}, { inDoubt: true })).toMatchObject({
      reason: 'figures-in-doubt',
    });
  });

  test('a payment without RefNr has an empty field', () => {
    expect(decide({ kind: 'capture' }, {}, {}, { refNr: null }).allowed).toBe(true);
  });
});
