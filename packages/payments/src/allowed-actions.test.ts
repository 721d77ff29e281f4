import { describe, expect, test } from 'vitest';
import { actionReasons } from './action-reason.ts';
import { allowedActions } from './allowed-actions.ts';
import { refusals } from './decision.ts';
import { allRoles, rightsOf } from './rights.ts';
import { authorizedAt, authorizedPayment, connectionRules } from './testing.ts';

type Overrides = Parameters<typeof authorizedPayment>[0];

const everything = ['capture', 'reverse', 'refund'] as const;
const captured = { captured: 100_00 };

function actionsOf(payment: Overrides, now = authorizedAt, rules = connectionRules()) {
  return allowedActions(authorizedPayment(payment), rules, now, everything);
}

describe('a payment of CHF 100.00', () => {
  test('once authorized offers capture and reversal of all', () => {
    expect(actionsOf({})).toEqual([
      { action: 'capture', allowed: true, reason: null, max: 100_00 },
      { action: 'reverse', allowed: true, reason: null, max: 100_00 },
      { action: 'credit', allowed: false, reason: 'not-captured', max: 0 },
    ]);
  });

  test('once captured in part offers the rest and a refund', () => {
    expect(actionsOf({ amounts: { captured: 60_00 }, creditInDoubt: 10_00 })).toEqual([
      { action: 'capture', allowed: true, reason: null, max: 40_00 },
      { action: 'reverse', allowed: false, reason: 'already-captured', max: 0 },
      { action: 'credit', allowed: true, reason: null, max: 50_00 },
    ]);
  });

  test.each<[string, Overrides, (string | null)[]]>([
    [
      'before the customer approved',
      { amounts: { authorized: 0 }, lifecycle: 'awaiting', payId: null },
      ['awaiting', 'awaiting', 'awaiting'],
    ],
    [
      'while it is being made',
      { amounts: { authorized: 0 }, lifecycle: 'processing' },
      ['awaiting', 'awaiting', 'awaiting'],
    ],
    [
      'after the customer declined',
      { amounts: { authorized: 0 }, lifecycle: 'failed' },
      ['failed', 'failed', 'failed'],
    ],
    [
      'after the customer let it pass',
      { amounts: { authorized: 0 }, lifecycle: 'expired' },
      ['expired', 'expired', 'expired'],
    ],
    [
      'after it was reversed',
      { amounts: { reversed: 100_00 } },
      ['already-reversed', 'already-reversed', 'already-reversed'],
    ],
    ['after it lapsed', { amounts: { closed: 100_00 } }, ['expired', 'expired', 'expired']],
    ['after it was captured', { amounts: captured }, ['nothing-left', 'already-captured', null]],
    [
      'after it was refunded',
      { amounts: { ...captured, refunded: 100_00 } },
      ['fully-refunded', 'already-captured', 'fully-refunded'],
    ],
    [
      'while all of it waits to be refunded',
      { amounts: captured, creditInDoubt: 100_00 },
      ['nothing-left', 'already-captured', 'nothing-left'],
    ],
    [
      'while a step is sent',
      { openState: 'sending' },
      ['step-in-flight', 'step-in-flight', 'step-in-flight'],
    ],
    [
      'while an outcome is unknown',
      { openState: 'unknown' },
      ['outcome-unknown', 'outcome-unknown', 'outcome-unknown'],
    ],
    [
      'with a TransID that cannot be sent',
      { transId: 'A&B' },
      ['trans-id-unsafe', 'trans-id-unsafe', 'not-captured'],
    ],
    [
      'captured, with a TransID that cannot be sent',
      { transId: 'A&B', amounts: captured },
      ['nothing-left', 'already-captured', 'trans-id-unsafe'],
    ],
    ['without a PayID', { payId: null }, ['pay-id-missing', 'pay-id-missing', 'not-captured']],
    [
      'with a rest below the minimum',
      { amounts: { reversed: 99_50 } },
      ['amount-too-low', null, 'not-captured'],
    ],
  ])('%s says why', (_, payment, reasons) => {
    expect(actionsOf(payment).map(({ reason }) => reason)).toEqual(reasons);
  });

  test('captured in part under a contract with one capture offers no second', () => {
    const rules = connectionRules({ severalCaptures: 'no' });

    const [capture] = actionsOf({ amounts: { captured: 60_00 } }, authorizedAt, rules);

    expect(capture).toEqual({ action: 'capture', allowed: false, reason: 'not-supported', max: 0 });
  });
});

describe('at the edge', () => {
  const edge = authorizedAt + 1000;

  test.each([
    ['a capture is free a millisecond before', {}, edge - 1, 0, null],
    ['a capture may only be tried at it', {}, edge, 0, 'past-deadline'],
    ['a reversal knows no deadline', {}, edge, 1, null],
    ['a refund is free a millisecond before', { amounts: captured }, edge - 1, 2, null],
    ['a refund may only be tried at it', { amounts: captured }, edge, 2, 'past-deadline'],
  ])('%s', (_, payment, now, index, reason) => {
    const actions = actionsOf({ ...payment, captureBy: edge, refundUntil: edge }, now);

    expect(actions[index]).toMatchObject({ allowed: true, reason, max: 100_00 });
  });

  test('a payment with unknown deadlines is free', () => {
    expect(actionsOf({ captureBy: null }, Number.MAX_SAFE_INTEGER)[0]).toMatchObject({
      reason: null,
    });
  });
});

test.each([
  ['shipping', ['capture', 'reverse']],
  ['service', ['reverse', 'credit']],
  ['manager', ['capture', 'reverse', 'credit']],
  ['admin', []],
  ['auditor', []],
] as const)('the role %s sees only its own actions', (role, actions) => {
  expect(allRoles).toContain(role);

  const allowed = allowedActions(authorizedPayment(), connectionRules(), 0, rightsOf(role));

  expect(allowed.map(({ action }) => action)).toEqual(actions);
});

test('every reason has one name and every refusal is one', () => {
  expect(new Set(actionReasons).size).toBe(actionReasons.length);
  expect(actionReasons).toEqual(expect.arrayContaining([...refusals]));
});
