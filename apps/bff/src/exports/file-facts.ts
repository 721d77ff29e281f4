import type { CurrencyFigures } from './export-rows-store.ts';
import type { ExportWords } from './export-words.ts';
import { showInstant } from './show.ts';
import { summedAmounts } from './summed-amounts.ts';

/** What every file says about itself. `asOf` in ms UTC. */
export type FileFacts = {
  readonly merchant: string;
  readonly by: string;
  readonly filter: string;
  readonly asOf: number;
  readonly personal: boolean;
  readonly figures: readonly CurrencyFigures[];
};

/** One line: a label, and a text or an amount in minor units. */
export type FactLine = readonly [
  label: string,
  value: string | number | { readonly minor: number },
];

/** The facts in the language of the file, in the order in which they are read. */
export function factLines(facts: FileFacts, { facts: say }: ExportWords): readonly FactLine[] {
  return [
    [say.merchant, facts.merchant],
    [say.by, facts.by],
    [say.filter, facts.filter],
    [say.asOf, showInstant(facts.asOf)],
    [say.zone, say.zoneName],
    [say.personal, facts.personal ? say.yes : say.no],
    [say.rows, countRows(facts)],
    ...facts.figures.flatMap(({ currency, ...sums }) =>
      summedAmounts.map(
        (amount): FactLine => [`${say.sum[amount]} (${currency})`, { minor: sums[amount] }],
      ),
    ),
  ];
}

/** How many rows the file holds. */
export function countRows({ figures }: Pick<FileFacts, 'figures'>): number {
  return figures.reduce((sum, { rows }) => sum + rows, 0);
}
