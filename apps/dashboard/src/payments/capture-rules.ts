import type { AmountRefusal } from './amount-rule.ts';
import { judgeAmount } from './amount-rule.ts';
import { hasRest, type RestChoice } from './capture-choice.ts';
import { refNrProblem } from './ref-nr.ts';

export type CaptureFields = {
  readonly amount: string;
  readonly rest: RestChoice | null;
  readonly refNr: string;
};
export type CaptureProblems = {
  readonly amount?: AmountRefusal;
  readonly rest?: 'chooseOne' | 'keepNo';
  readonly refNr?: 'refNrChars' | 'refNrLong';
};
type CaptureLimits = {
  readonly max: number;
  readonly min: number;
  readonly currency: string;
  readonly mayKeepOpen: boolean;
};

/** Every rule the capture form breaks, by field; empty when it can be sent. */
export function captureProblems(fields: CaptureFields, limits: CaptureLimits): CaptureProblems {
  const amount = judgeAmount(fields.amount, limits);
  const asksForRest = hasRest(amount.minor ?? null, limits.max);
  const refNr = refNrProblem(fields.refNr);
  return {
    ...(amount.problem !== undefined && { amount: amount.problem }),
    ...(asksForRest && fields.rest === null && { rest: 'chooseOne' as const }),
    ...(asksForRest &&
      fields.rest === 'keep' &&
      !limits.mayKeepOpen && { rest: 'keepNo' as const }),
    ...(refNr !== null && { refNr }),
  };
}
