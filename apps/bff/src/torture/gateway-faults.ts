import type { Dice } from './dice.ts';

/** What the gateway does with a money request, and what it lets the house know. */
export type MoneyFault = {
  readonly effect: 'now' | 'never' | 'either' | 'slow' | 'late';
  readonly answer:
    | 'proper'
    | 'drop'
    | 'truncated'
    | 'garbage'
    | 'empty'
    | 'html'
    | 'status-500'
    | 'status-500-sealed'
    | 'redirect'
    | 'wrong-echo'
    | 'wrong-merchant'
    | 'wrong-len'
    | 'duplicate-name'
    | 'plain'
    | 'refusal'
    | 'bad-code'
    | 'failed-with-zeros';
  readonly code?: string;
};

/** Digits 5 to 8 are of the gateway's own list; only the final refusals mean that nothing happened. */
export const moneyFaults = {
  'drop-before-effect': { effect: 'never', answer: 'drop' },
  'drop-after-effect': { effect: 'now', answer: 'drop' },
  'slow-effect': { effect: 'slow', answer: 'drop' },
  'late-arrival': { effect: 'late', answer: 'drop' },
  truncated: { effect: 'either', answer: 'truncated' },
  garbage: { effect: 'either', answer: 'garbage' },
  empty: { effect: 'either', answer: 'empty' },
  html: { effect: 'either', answer: 'html' },
  'status-500': { effect: 'either', answer: 'status-500' },
  'status-500-sealed': { effect: 'either', answer: 'status-500-sealed' },
  redirect: { effect: 'either', answer: 'redirect' },
  'wrong-echo': { effect: 'either', answer: 'wrong-echo' },
  'wrong-merchant': { effect: 'either', answer: 'wrong-merchant' },
  'wrong-len': { effect: 'now', answer: 'wrong-len' },
  'duplicate-name': { effect: 'either', answer: 'duplicate-name' },
  'plain-answer': { effect: 'now', answer: 'plain' },
  'bad-code': { effect: 'either', answer: 'bad-code' },
  'failed-with-zeros': { effect: 'either', answer: 'failed-with-zeros' },
  'declined-final': { effect: 'never', answer: 'refusal', code: '22060100' },
  'declined-parameter': { effect: 'never', answer: 'refusal', code: '20100005' },
  'declined-inquire': { effect: 'either', answer: 'refusal', code: '22060051' },
  'declined-fatal-inquire': { effect: 'either', answer: 'refusal', code: '42060054' },
  'pending-six': { effect: 'either', answer: 'refusal', code: '62060985' },
  'unlisted-code': { effect: 'either', answer: 'refusal', code: '22069876' },
} as const satisfies Readonly<Record<string, MoneyFault>>;

type MoneyFaultName = keyof typeof moneyFaults;

const often: Partial<Record<MoneyFaultName, number>> = {
  'slow-effect': 5,
  'drop-after-effect': 3,
  'drop-before-effect': 2,
};

/** How likely each is among the others: those without any answer are what networks do most. */
export const moneyFaultWeights = Object.fromEntries(
  Object.keys(moneyFaults).map((name) => [name, often[name as MoneyFaultName] ?? 1]),
) as Readonly<Record<MoneyFaultName, number>>;

/** What may be wrong with the answer to an inquiry. */
export const inquiryFaults = [
  'inquiry-down',
  'inquiry-stale',
  'inquiry-garbage',
  'inquiry-wrong-echo',
  'inquiry-without-amounts',
  'inquiry-refused',
] as const;

export type InquiryFault = (typeof inquiryFaults)[number];

const MINUTE = 60_000;

/**
 * How long an effect takes after its request arrived (ms). Slow and stale together stay below the
 * shortest quiet period of ten minutes: beyond that no inquiry could tell the truth in time.
 */
export function effectDelay(dice: Dice, effect: 'slow' | 'late'): number {
  return effect === 'slow' ? dice.whole(31_000, 5 * MINUTE) : dice.whole(40, 300) * MINUTE;
}

/** For how long inquiries about a payment show the sums of which instant (ms UTC): four minutes at most. */
export type Lag = { readonly until: number; readonly shows: number };

/** A lag lasts, so that one inquiry may be as old as the next. */
export function beginLag(dice: Dice, now: number, pace: number): Lag {
  return {
    until: now + dice.whole(1, 2 * MINUTE) / pace,
    shows: now - dice.whole(1_000, 2 * MINUTE) / pace,
  };
}
