import { type AmountProblem, parseAmount } from '../ui/money.ts';

/** Why a typed amount cannot be sent. `zero`, `max` and `min` are rules of the payment. */
export type AmountRefusal = AmountProblem | 'zero' | 'max' | 'min';

export type AmountLimits = {
  /** The most the step may take, in minor units. */
  readonly max: number;
  /** The least the connection takes, in minor units. */
  readonly min: number;
  readonly currency: string;
};
type JudgedAmount =
  | { readonly minor: number; readonly problem?: never }
  | { readonly minor?: never; readonly problem: AmountRefusal };

/** The typed amount in minor units, or the first rule it breaks. */
export function judgeAmount(text: string, { max, min, currency }: AmountLimits): JudgedAmount {
  const parsed = parseAmount(text, currency);
  if (parsed.problem !== undefined) return { problem: parsed.problem };
  if (parsed.minor === 0) return { problem: 'zero' };
  if (parsed.minor > max) return { problem: 'max' };
  if (parsed.minor < min) return { problem: 'min' };
  return { minor: parsed.minor };
}
