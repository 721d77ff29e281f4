import type { OpenState } from './operation.ts';

/** Every reason for which our rules, or a check before sending, say no. */
export const refusals = [
  'stale-version',
  'key-reused',
  'step-in-flight',
  'nothing-left',
  'amount-too-high',
  'amount-too-low',
  'not-captured',
  'already-captured',
  'outcome-unknown',
  'over-limit',
  'not-supported',
  'gateway-unreachable',
  'external-change',
] as const;
export type Refusal = (typeof refusals)[number];

/** A no. `max`, `min` and the exceeded `limit` are minor units, present where they explain it. */
export type RefusedDecision = {
  readonly allowed: false;
  readonly refusal: Refusal;
  readonly max?: number;
  readonly min?: number;
  readonly limit?: number;
};

/** The answer to a wish: yes, with what follows from it, or no, with the reason. */
export type Decision<T = unknown> = ({ readonly allowed: true } & T) | RefusedDecision;

type Figures = Pick<RefusedDecision, 'max' | 'min' | 'limit'>;

/** A no with its reason. */
export function refuse(refusal: Refusal, figures: Figures = {}): RefusedDecision {
  return { allowed: false, refusal, ...figures };
}

/**
 * The no that an open operation imposes on every further step, or null when none is open.
 * Acting on top of an outcome nobody knows could charge or refund twice.
 */
export function refuseWhileOpen(openState: OpenState | null): RefusedDecision | null {
  switch (openState) {
    case null:
      return null;
    case 'requested':
    case 'sending':
      return refuse('step-in-flight');
    case 'unknown':
    case 'review':
      return refuse('outcome-unknown');
  }
}
