import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Amounts, refundableOf, remainingOf } from './amounts.ts';
import { decideCapture } from './capture.ts';
import { decideCredit, noRefundLimits } from './credit.ts';
import { foldEvents } from './fold-events.ts';
import type { OperationKind } from './operation.ts';
import type { PaymentEvent } from './payment-event.ts';
import type { PaymentFacts } from './payment-facts.ts';
import { decideReversal } from './reversal.ts';
import { amountsOf, authorizedAt as at, authorizedPayment, connectionRules } from './testing.ts';

const rules = connectionRules({ minimum: 1 });
const real = { decideCapture, decideReversal, decideCredit };
type Rules = typeof real;

const outcome = fc.constantFrom('executed', 'declined', 'unknown-executed', 'unknown-not-executed');
const wish = fc.record({
  type: fc.constant('wish'),
  kind: fc.constantFrom<OperationKind[]>('capture', 'capture', 'reversal', 'credit', 'credit'),
  size: fc.constantFrom('part', 'all', 'one-more', 'authorized'),
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  closeRest: fc.boolean(),
  needsApproval: fc.boolean(),
  outcome,
});
const step = fc.oneof(
  { weight: 4, arbitrary: wish },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('resolve') }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('approve'), outcome }) },
);
type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;
type Outcome = Wish['outcome'];
type Sent = { kind: OperationKind; amount: number; closes: number };

/**
 * A payment driven through the rules. The gateway in it permits everything and keeps its own sums,
 * so that only the rules stand between a wish and too much money.
 */
function createHistory(ask: Rules) {
  const events: PaymentEvent[] = [{ fact: 'auth', at, type: 'authorized', amount: 100_00 }];
  const gateway = { ...amountsOf() };
  const waiting: number[] = [];
  let open: (Sent & { happened: boolean }) | null = null;

  const factsNow = (leftOut = 0): PaymentFacts => {
    const inDoubt = waiting.reduce((sum, one) => sum + one, 0) - leftOut;
    return authorizedPayment({
      amounts: foldEvents(events).amounts,
      openState: open === null ? null : 'unknown',
      inFile: false,
      creditInDoubt: inDoubt + (open?.kind === 'credit' ? open.amount : 0),
    });
  };

  const tell = ({ kind, amount, closes }: Sent) => {
    const known = { fact: `${events.length}`, at, amount };
    if (kind === 'capture') events.push({ ...known, type: 'captured', closed: closes });
    else events.push({ ...known, type: kind === 'credit' ? 'credited' : 'reversed' });
  };

  const send = (sent: Sent, result: Outcome) => {
    const happened = result === 'executed' || result === 'unknown-executed';
    if (happened) {
      if (sent.kind === 'capture') gateway.captured += sent.amount;
      if (sent.kind === 'credit') gateway.refunded += sent.amount;
      if (sent.kind === 'reversal') gateway.reversed += sent.amount;
      gateway.closed += sent.closes;
    }
    if (result === 'executed') tell(sent);
    if (result.startsWith('unknown')) open = { ...sent, happened };
  };

  const wishFor = (one: Wish) => {
    const facts = factsNow();
    const amount = sizeOf(one, facts);
    const { kind, closeRest } = one;
    if (kind === 'capture') {
      const decision = ask.decideCapture(facts, rules, { amount, closeRest });
      if (decision.allowed) send({ kind, amount, closes: decision.closes }, one.outcome);
    } else if (kind === 'reversal') {
      const decision = ask.decideReversal(facts, rules, { amount });
      if (decision.allowed) send({ kind, amount: decision.amount, closes: 0 }, one.outcome);
    } else if (ask.decideCredit(facts, rules, { amount }, noRefundLimits).allowed) {
      if (one.needsApproval) waiting.push(amount);
      else send({ kind, amount, closes: 0 }, one.outcome);
    }
  };

  return {
    gateway: gateway as Amounts,
    fold: () => foldEvents(events),
    wish: wishFor,
    resolve() {
      if (open?.happened) tell(open);
      open = null;
    },
    approve(result: Outcome) {
      const [amount] = waiting;
      if (amount === undefined) return;
      if (!ask.decideCredit(factsNow(amount), rules, { amount }, noRefundLimits).allowed) return;
      waiting.shift();
      send({ kind: 'credit', amount, closes: 0 }, result);
    },
  };
}

function sizeOf({ kind, size, share }: Wish, { amounts, creditInDoubt }: PaymentFacts): number {
  const most = kind === 'credit' ? refundableOf(amounts, creditInDoubt) : remainingOf(amounts);
  if (size === 'authorized') return amounts.authorized;
  if (size === 'one-more') return most + 1;
  return size === 'all' ? most : Math.ceil(most * share);
}

function expectPossible({ authorized, captured, refunded, reversed, closed }: Amounts) {
  expect(captured + reversed + closed).toBeLessThanOrEqual(authorized);
  expect(refunded).toBeLessThanOrEqual(captured);
}

const movesNoMoreThanThereIs = (ask: Rules) =>
  fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
    const history = createHistory(ask);
    for (const one of steps) {
      if (one.type === 'wish') history.wish(one);
      else if (one.type === 'approve') history.approve(one.outcome);
      else history.resolve();

      const folded = history.fold();
      expectPossible(history.gateway);
      expectPossible(folded.amounts);
      expect(folded.contradiction).toBe(false);
    }

    history.resolve();
    expect(history.fold().amounts).toEqual(history.gateway);
  });

const forgetsReversals: Rules = {
  ...real,
  decideCapture: (facts, ...rest) =>
    decideCapture({ ...facts, amounts: { ...facts.amounts, reversed: 0 } }, ...rest),
};
const forgetsClosing: Rules = {
  ...real,
  decideCapture: (facts, ...rest) =>
    decideCapture({ ...facts, amounts: { ...facts.amounts, closed: 0 } }, ...rest),
};
const reversesCaptures: Rules = {
  ...real,
  decideReversal: (facts, ...rest) =>
    decideReversal({ ...facts, amounts: { ...facts.amounts, captured: 0 } }, ...rest),
};
const refundsTwice: Rules = {
  ...real,
  decideCredit: (facts, ...rest) =>
    decideCredit({ ...facts, amounts: { ...facts.amounts, refunded: 0 } }, ...rest),
};
const ignoresTheUnknown: Rules = {
  ...real,
  decideCapture: (facts, ...rest) => decideCapture({ ...facts, openState: null }, ...rest),
};

describe('W12 A02 A03: 10,000 histories of wishes, declines, unknown outcomes and approvals', () => {
  test('capture, reverse and refund no more than there is', { timeout: 120_000 }, () => {
    fc.assert(movesNoMoreThanThereIs(real), { numRuns: 10_000 });
  });

  test.each([
    ['forget reversals', forgetsReversals],
    ['forget what was closed', forgetsClosing],
    ['reverse what was captured', reversesCaptures],
    ['forget refunds', refundsTwice],
    ['act on an unknown outcome', ignoresTheUnknown],
  ])('find out rules that %s', { timeout: 120_000 }, (_, broken) => {
    expect(fc.check(movesNoMoreThanThereIs(broken), { numRuns: 10_000 }).failed).toBe(true);
  });
});
