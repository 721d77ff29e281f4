import type { StatementLine } from './settlement.ts';

/** What a statement adds up to, in minor units; null where it does not say. */
export type StatedTotals = {
  readonly count: number | null;
  readonly amount: number | null;
  readonly fee: number | null;
  readonly net: number | null;
};

export type Totals = { readonly [name in keyof StatedTotals]: number };

/** What the lines themselves add up to. */
export function totalsOf(lines: readonly Pick<StatementLine, 'amount' | 'fee'>[]): Totals {
  const sum = { count: lines.length, amount: 0, fee: 0 };
  for (const { amount, fee } of lines) {
    sum.amount += amount;
    sum.fee += fee ?? 0;
  }
  return { ...sum, net: sum.amount - sum.fee };
}

/** The totals that disagree with what the statement states itself, by how much. */
export function totalDifferences(
  stated: StatedTotals,
  added: Totals,
): readonly { readonly name: keyof Totals; readonly difference: number }[] {
  return (['count', 'amount', 'fee', 'net'] as const).flatMap((name) => {
    const said = stated[name];
    return said === null || said === added[name] ? [] : [{ name, difference: said - added[name] }];
  });
}
