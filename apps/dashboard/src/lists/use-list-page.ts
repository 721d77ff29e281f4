import { useLocation, useRouter } from '@tanstack/react-router';
import { useCallback, useEffect, useRef } from 'react';
import { useSearchKeys } from './use-search-keys.ts';

/**
 * What the pages of a list share: the search box follows what is typed without overtaking another
 * change of the address, and focus finds its way between the box and the rows.
 */
export function useListPage<Search extends { readonly search?: string }>(
  path: string,
  search: Search,
  goTo: (search: Search) => void,
) {
  const entry = useLocation({ select: ({ state }) => state.__TSR_key ?? '' });
  const router = useRouter();
  const searchBox = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);

  const searchFor = useCallback(
    (text: string) => {
      // Whoever is already on the way to a payment is not called back to the list.
      if (router.latestLocation.pathname !== path) return;
      const { search: _, ...rest } = latest.current;
      goTo((text === '' ? rest : { ...rest, search: text }) as Search);
    },
    [goTo, path, router],
  );
  const focusSearch = useCallback(() => searchBox.current?.focus(), []);
  useSearchKeys(focusSearch);

  const focusList = () =>
    list.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"], li a, tbody a')?.focus();

  return { entry, searchBox, list, searchFor, focusSearch, focusList };
}
