import type { PaymentSearch } from './payment-search.ts';

/** A change of a search; undefined and empty parts leave it. */
export type SearchChange = { readonly [K in keyof PaymentSearch]?: PaymentSearch[K] | undefined };

/** The search with a change made to it. */
export function mergeSearch(search: PaymentSearch, change: SearchChange): PaymentSearch {
  const merged = Object.entries({ ...search, ...change }).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { sort: search.sort, order: search.order, ...Object.fromEntries(merged) };
}
