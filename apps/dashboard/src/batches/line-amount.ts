import { type AmountProblem, parseAmount } from '../ui/money.ts';

/**
 * What is wrong with an amount as it was typed for a line of which `refundable` minor units are left.
 * Whether it may be refunded at all the check says.
 */
export function problemOfAmount(
  text: string,
  refundable: number,
): AmountProblem | 'zero' | 'max' | null {
  const { minor, problem } = parseAmount(text);
  if (minor === undefined) return problem;
  if (minor === 0) return 'zero';
  return minor > refundable ? 'max' : null;
}

/** The amounts that were typed, by payment, in minor units; what cannot be read is left out. */
export function amountsOf(
  typed: Readonly<Record<string, string>>,
): Readonly<Record<string, number>> {
  const read = Object.entries(typed).map(([id, text]) => [id, parseAmount(text).minor] as const);
  return Object.fromEntries(
    read.filter((entry): entry is readonly [string, number] => (entry[1] ?? 0) > 0),
  );
}
