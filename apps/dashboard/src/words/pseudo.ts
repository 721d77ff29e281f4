import { markPseudo } from '../ui/use-format.ts';

/** The same catalog with every text in ⟦…⟧: what a browser test finds bare does not come from it. */
export function pseudonymize<Texts extends object>(texts: Texts): Texts {
  return Object.fromEntries(
    Object.entries(texts).map(([key, value]) => [
      key,
      typeof value === 'string' ? markPseudo(value) : pseudonymize(value),
    ]),
  ) as Texts;
}
