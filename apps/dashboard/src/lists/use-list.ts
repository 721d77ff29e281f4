import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { ColumnSet } from './column-set.ts';
import type { ListAddress, ListName } from './list-layout.ts';
import type { PagePosition } from './list-start.ts';
import { type ReadSearch, readListAddress } from './read-list-address.ts';
import { useListPage } from './use-list-page.ts';
import { type ListPath, useListViews } from './use-list-views.ts';

type ListSearch = { readonly search?: string; readonly sort: string };
type ListOptions<Search, Field extends string, Name extends string> = {
  readonly list: ListName;
  readonly to: ListPath;
  readonly columns: ColumnSet<Name>;
  /** The filters and the sort of an address, and back; both keep their identity. */
  readonly read: ReadSearch<Search, Field>;
  readonly write: (search: Search) => ListAddress;
};

/** A list as its address says it, with its saved views, and every way that leads elsewhere in it. */
export function useList<Search extends ListSearch, Field extends string, Name extends string>({
  list,
  to,
  columns,
  read,
  write,
}: ListOptions<Search, Field, Name>) {
  const raw = useSearch({ strict: false });
  const navigate = useNavigate();
  const said = useMemo(() => readListAddress(raw, read), [raw, read]);
  const { isBare, position, problems, search, viewId } = said;
  const address = write(search);
  const views = useListViews({ list, to, columns, viewId, address, isBare });

  /** Other filters or another sort, in the same view unless another one is `named`; null: in none. */
  const goTo = useCallback(
    (next: Search, named: string | null = viewId) => {
      const written = { ...write(next), ...(named === null ? {} : { view: named }) };
      void navigate({ to, search: written, replace: true });
    },
    [navigate, to, write, viewId],
  );
  const searchBy = useCallback((next: Search) => goTo(next), [goTo]);
  const turnTo = (next: PagePosition) =>
    void navigate({ to, search: (before) => ({ ...withoutPlace(before), ...next }) });

  return {
    to,
    columns,
    address,
    position,
    problems,
    search,
    views,
    goTo,
    searchBy,
    /** Another page. */
    turnTo,
    /** Begins elsewhere; undefined: at the beginning. */
    beginAt: (at: string | undefined) => turnTo(at === undefined ? {} : { at }),
    page: useListPage(to, search, searchBy),
  };
}
export type UseList<
  Search extends ListSearch,
  Field extends string,
  Name extends string,
> = ReturnType<typeof useList<Search, Field, Name>>;

function withoutPlace(address: object): Record<string, unknown> {
  const { after: _, before: __, at: ___, ...rest } = address as PagePosition;
  return rest;
}
