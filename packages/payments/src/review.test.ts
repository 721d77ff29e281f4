import { describe, expect, test } from 'vitest';
import { operationStates } from './operation.ts';
import {
  confirmableAloneAt,
  decideConfirmation,
  mayProposeReview,
  type Reviewer,
  rightToPropose,
  stateAfterReview,
} from './review.ts';
import { rightsOf } from './rights.ts';

const day = 24 * 60 * 60 * 1000;
const proposedAt = Date.UTC(2026, 10, 20);
const proposal = { verdict: 'executed', by: 'anna', at: proposedAt } as const;
const inReview = { kind: 'reversal', state: 'review', proposal } as const;
const reviewer = (overrides: Partial<Reviewer> = {}): Reviewer => ({
  id: 'beat',
  rights: rightsOf('manager'),
  isOnlyApprover: false,
  ...overrides,
});
const confirm = (who: Reviewer, operation: Parameters<typeof decideConfirmation>[0] = inReview) =>
  decideConfirmation(operation, who, 'executed', proposedAt);

describe('proposing', () => {
  test.each([
    ['capture', 'capture'],
    ['reversal', 'reverse'],
    ['credit', 'refund'],
  ] as const)('what became of a %s takes the right to %s', (kind, right) => {
    expect(rightToPropose(kind)).toBe(right);
    expect(mayProposeReview({ kind, state: 'review' }, { rights: [right] })).toBe(true);
    expect(mayProposeReview({ kind, state: 'review' }, { rights: ['see', 'approve'] })).toBe(false);
  });

  test('is possible only while the operation is in review', () => {
    const states = operationStates.filter((state) =>
      mayProposeReview({ kind: 'capture', state }, { rights: ['capture'] }),
    );

    expect(states).toEqual(['review']);
  });
});

describe('confirming', () => {
  test('is for a second person with the right to approve', () => {
    expect(confirm(reviewer())).toEqual({ allowed: true, alone: false });
    expect(confirm(reviewer({ rights: ['see', 'approve'] }))).toMatchObject({ allowed: true });
    expect(confirm(reviewer({ rights: rightsOf('service') }))).toEqual({
      allowed: false,
      obstacle: 'right-missing',
    });
  });

  test.each([
    ['not-in-review', { ...inReview, state: 'unknown' }],
    ['not-in-review', { ...inReview, state: 'succeeded' }],
    ['nothing-proposed', { ...inReview, proposal: null }],
    ['other-verdict', { ...inReview, proposal: { ...proposal, verdict: 'not-executed' } }],
  ] as const)('is refused as %s', (obstacle, operation) => {
    expect(confirm(reviewer(), operation)).toEqual({ allowed: false, obstacle });
  });

  test('is refused to who proposed, however late, while somebody else could do it', () => {
    const anna = reviewer({ id: 'anna' });

    expect(decideConfirmation(inReview, anna, 'executed', proposedAt + 100 * day)).toEqual({
      allowed: false,
      obstacle: 'own-proposal',
    });
  });

  test('is for the only approver alone a day later, not a millisecond sooner', () => {
    const anna = reviewer({ id: 'anna', isOnlyApprover: true });
    const from = confirmableAloneAt(proposal);

    expect(from).toBe(proposedAt + day);
    expect(decideConfirmation(inReview, anna, 'executed', from - 1)).toEqual({
      allowed: false,
      obstacle: 'own-proposal-too-soon',
    });
    expect(decideConfirmation(inReview, anna, 'executed', from)).toEqual({
      allowed: true,
      alone: true,
    });
  });
});

test('a verdict ends the operation as carried out or not', () => {
  expect(stateAfterReview('executed')).toBe('succeeded');
  expect(stateAfterReview('not-executed')).toBe('not_executed');
});
