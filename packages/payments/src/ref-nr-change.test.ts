import { describe, expect, test } from 'vitest';
import type { PaymentEvent } from './payment-event.ts';
import { decideRefNrChange, foldRefNr, judgeRefNr, nextRefNrCheck } from './ref-nr-change.ts';
import { authorizedPayment } from './testing.ts';

const quietMs = 600_000;
const at = 1_000_000;
const asked = (key: string, to: string, when = at): PaymentEvent => ({
  fact: `ref-nr:${key}`,
  type: 'ref-nr-requested',
  key,
  from: 'A-1',
  to,
  at: when,
});
const ended = (
  type: 'ref-nr-declined' | 'ref-nr-unknown' | 'ref-nr-kept',
  key: string,
): PaymentEvent => ({ fact: `ref-nr:${key}:end`, type, key, to: 'A-2', at });
const changed = (key: string, from: string | null, to: string): PaymentEvent => ({
  fact: `ref-nr:${key}:changed`,
  type: 'ref-nr-changed',
  key,
  from,
  to,
  at,
});

describe('the facts about a reference', () => {
  test.each<[string, readonly PaymentEvent[], readonly string[], readonly string[]]>([
    ['none', [], [], []],
    ['asked for', [asked('k', 'A-2')], [], ['A-2']],
    ['unknown', [asked('k', 'A-2'), ended('ref-nr-unknown', 'k')], [], ['A-2']],
    ['done', [asked('k', 'A-2'), changed('k', 'A-1', 'A-2')], ['A-1'], []],
    ['done, of none before', [asked('k', 'A-2'), changed('k', null, 'A-2')], [], []],
    ['declined', [asked('k', 'A-2'), ended('ref-nr-declined', 'k')], [], []],
    ['not done', [asked('k', 'A-2'), ended('ref-nr-kept', 'k')], [], []],
    [
      'the second declined, the first still unknown',
      [asked('k', 'A-2'), asked('l', 'A-3'), ended('ref-nr-declined', 'l')],
      [],
      ['A-2'],
    ],
    [
      'the second done, whatever became of the first',
      [asked('k', 'A-2'), asked('l', 'A-3'), changed('l', 'A-1', 'A-3')],
      ['A-1'],
      [],
    ],
  ])('%s', (_, events, former, pending) => {
    const folded = foldRefNr(events);
    expect(folded.former).toEqual(former);
    expect(folded.pending.map(({ to }) => to)).toEqual(pending);
  });
});

describe('another reference', () => {
  const decide = (
    events: readonly PaymentEvent[],
    { now = at, known = 'A-1' as string | null, payment = {} } = {},
  ) =>
    decideRefNrChange(
      authorizedPayment(payment),
      foldRefNr(events),
      { known, current: 'A-1' },
      { now, quietMs },
    );
  const unknown = [asked('k', 'A-2'), ended('ref-nr-unknown', 'k')];

  test('may be sent, also while a step of money is in doubt, and when an old one can no longer arrive', () => {
    expect(decide([])).toEqual({ allowed: true });
    expect(decide([], { payment: { openState: 'unknown' } })).toEqual({ allowed: true });
    expect(decide([], { payment: { openState: 'review' } })).toEqual({ allowed: true });
    expect(decide(unknown, { now: at + quietMs })).toEqual({ allowed: true });
  });

  test.each([
    ['without a PayID', [], { payment: { payId: null } }, 'not-supported'],
    ['while money is sent', [], { payment: { openState: 'sending' } }, 'step-in-flight'],
    ['while money is asked for', [], { payment: { openState: 'requested' } }, 'step-in-flight'],
    ['out of a batch file', [], { payment: { inFile: true } }, 'step-in-flight'],
    ['while one is under way', [asked('k', 'A-2')], {}, 'step-in-flight'],
    ['while one may still arrive', unknown, { now: at + quietMs - 1 }, 'outcome-unknown'],
    ['based on an old one', [], { known: 'A-0' }, 'stale-version'],
    ['based on none', [], { known: null }, 'stale-version'],
  ] as const)('is refused %s', (_, events, over, refusal) => {
    expect(decide(events, over)).toMatchObject({ allowed: false, refusal });
  });
});

describe('what an inquiry proves', () => {
  const first = asked('k', 'A-2');
  const second = asked('l', 'A-3', at + quietMs);
  const judge = (events: readonly PaymentEvent[], told: string | null, now: number) => {
    const verdict = judgeRefNr(foldRefNr(events), 'A-1', told, { now, quietMs });
    return verdict && `${verdict.kind} ${verdict.change.key}`;
  };

  test.each<[string, readonly PaymentEvent[], string | null, number, string | null]>([
    ['the new one, at once', [first], 'A-2', at, 'changed k'],
    ['the old one, too early', [first], 'A-1', at + quietMs - 1, null],
    ['the old one, late enough', [first], 'A-1', at + quietMs, 'kept k'],
    ['none at all', [first], null, at + quietMs, null],
    ['an empty one', [first], '', at + quietMs, null],
    ['one of somebody else', [first], 'A-9', at + quietMs, null],
    ['the last of two', [first, second], 'A-3', at + quietMs, 'changed l'],
    ['the first of two, too early', [first, second], 'A-2', at + quietMs, null],
    ['the first of two', [first, second], 'A-2', at + 2 * quietMs, 'changed k'],
    ['anything without a doubt', [], 'A-9', at, null],
  ])('%s', (_, events, told, now, expected) => {
    expect(judge(events, told, now)).toBe(expected);
  });
});

test.each([
  ['never asked', null, at + quietMs],
  ['asked while it proves nothing', at + quietMs - 1, at + quietMs],
  ['asked in vain', at + quietMs, at + quietMs + 86_400_000],
])('the next check by itself, %s', (_, checkedAt, next) => {
  expect(nextRefNrCheck({ at }, checkedAt, quietMs)).toBe(next);
});
