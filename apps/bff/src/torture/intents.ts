import { randomUUID } from 'node:crypto';
import type { Wish } from '../payments/decide-operation.ts';
import type { Person } from '../sessions/person.ts';
import type { Call, Expectation } from './call.ts';
import type { Dice } from './dice.ts';
import type { Account } from './gateway-ledger.ts';
import type { House } from './house.ts';
import type { Shown } from './torture-store.ts';

/** A payment of the history, known to the house and to the gateway. */
export type Subject = { readonly paymentId: string; readonly account: Account };

type Screen = ReadonlyMap<string, Shown>;

/** What the connections of the torture take at least, minor units. */
const LEAST = 100;
const kinds = { capture: 5, reversal: 2, credit: 4 } as const;
const gestures = {
  once: 44,
  'double-click': 14,
  'retry-with-key': 12,
  'other-amount-with-key': 5,
  'other-payment-with-key': 3,
  'too-much': 7,
  'stale-screen': 5,
  'without-right': 4,
  stranger: 4,
} as const;

/**
 * What people do next: one call, or two at once. `past` holds the calls of this history, `screen`
 * what they see of each payment.
 */
export function nextIntent(
  dice: Dice,
  house: House,
  subjects: readonly Subject[],
  past: readonly Call[],
  screen: Screen,
): readonly Call[] {
  const gesture = dice.weigh(gestures);
  const subject = pickSubject(dice, subjects, screen);
  const person = dice.pick([...house.people.managers, house.people.service]);
  const known = past.length > 0 ? dice.pick(past) : null;
  const fresh = wishFor(dice, subject, shownOf(screen, subject), person);
  switch (gesture) {
    case 'double-click':
      return [call(person, fresh), call(person, fresh)];
    case 'retry-with-key':
      return [known === null ? call(person, fresh) : call(known.person, known.wish)];
    case 'other-amount-with-key': {
      if (known?.wish.amount === undefined) return [call(person, fresh)];
      const other = { ...known.wish, amount: known.wish.amount + 1 };
      return [call(known.person, other)];
    }
    case 'other-payment-with-key': {
      if (known === null) return [call(person, fresh)];
      return [call(known.person, { ...known.wish, paymentId: subject.paymentId })];
    }
    case 'too-much': {
      const amount = subject.account.authorized + dice.whole(1, 50_00);
      return [call(person, { ...fresh, amount }, 'never-answered')];
    }
    case 'stale-screen':
      return [call(person, { ...fresh, version: 0 }, 'never-answered')];
    case 'without-right':
      return [call(house.people.auditor, fresh, 'denied')];
    case 'stranger':
      return [call(house.people.stranger, fresh, 'denied')];
    case 'once':
      return [call(person, fresh)];
  }
}

/** Mostly a payment with which something can be done at the moment. */
function pickSubject(dice: Dice, subjects: readonly Subject[], screen: Screen): Subject {
  const fitting = subjects.filter((subject) => {
    const { isOpen, remaining, refundable } = shownOf(screen, subject);
    return !isOpen && (remaining >= LEAST || refundable >= LEAST);
  });
  return dice.pick(fitting.length > 0 && dice.chance(0.85) ? fitting : subjects);
}

function shownOf(screen: Screen, { paymentId }: Subject): Shown {
  const shown = screen.get(paymentId);
  if (shown === undefined) throw new Error(`payment ${paymentId} is not on the screen`);
  return shown;
}

/** A wish that may well be granted, going by what the screen shows. */
function wishFor(
  dice: Dice,
  { paymentId }: Subject,
  { remaining, refundable, captured }: Shown,
  person: Person,
): Wish {
  const common = { paymentId, key: randomUUID() };
  const mayCapture = person.memberships.some(({ rights }) => rights.includes('capture'));
  const kind = dice.weigh(kinds);
  if (kind === 'capture' && mayCapture && remaining >= LEAST) {
    const amount = part(dice, remaining);
    return { kind, ...common, amount, closeRest: dice.chance(0.2) };
  }
  if (kind === 'reversal' && captured === 0) {
    return dice.chance(0.5)
      ? { kind, ...common }
      : { kind, ...common, amount: part(dice, remaining) };
  }
  if (refundable >= LEAST && (kind === 'credit' || remaining < LEAST || !mayCapture)) {
    const amount = part(dice, refundable);
    return { kind: 'credit', ...common, amount, reason: 'return' };
  }
  return mayCapture
    ? { kind: 'capture', ...common, amount: part(dice, remaining), closeRest: false }
    : { kind: 'reversal', ...common };
}

/** All of it, half of it, or a piece; whole minor units. */
function part(dice: Dice, whole: number): number {
  if (whole <= 2 * LEAST || dice.chance(0.1)) return Math.max(LEAST, whole);
  return dice.whole(LEAST, dice.chance(0.8) ? Math.max(LEAST, Math.floor(whole / 4)) : whole);
}

function call(person: Person, wish: Wish, expectation: Expectation = null): Call {
  return { person, wish, expectation, outcome: null };
}
