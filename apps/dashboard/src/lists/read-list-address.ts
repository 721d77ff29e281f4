import type { AddressProblem } from './address-reader.ts';
import { readPosition } from './list-start.ts';

/** What an address says beside the filters of its list: a view, a page, a place to begin at. */
export type PlaceField = 'view' | 'at';
export type ReadSearch<Search, Field extends string> = (raw: Readonly<Record<string, unknown>>) => {
  readonly search: Search;
  readonly problems: readonly AddressProblem<Field>[];
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** All that an address of a list says: filters, the view it stands in, the page it lies on. */
export function readListAddress<Search extends { readonly sort: string }, Field extends string>(
  raw: Readonly<Record<string, unknown>>,
  read: ReadSearch<Search, Field>,
) {
  const { after, before, at, view, ...filters } = raw;
  const { search, problems } = read(filters);
  const { position, wrong } = readPosition({ after, before, at }, search.sort);
  const viewId = typeof view === 'string' && uuid.test(view) ? view : null;
  const others: AddressProblem<PlaceField>[] = wrong.map((value) => ({ field: 'at', value }));
  if (view !== undefined && viewId === null) others.push({ field: 'view', value: String(view) });
  const all: readonly AddressProblem<Field | PlaceField>[] = [...problems, ...others];
  return {
    search,
    problems: all,
    viewId,
    position,
    /** It asks for nothing at all. */
    isBare: Object.keys(raw).length === 0,
  };
}
