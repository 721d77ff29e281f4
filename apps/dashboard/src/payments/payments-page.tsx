import { useLocation, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { LastResult } from './last-result.tsx';
import { PaymentFilters } from './payment-filters.tsx';
import { type PaymentSearch, readPaymentSearch, writePaymentSearch } from './payment-search.ts';
import { PaymentSearchBox } from './payment-search-box.tsx';
import { PaymentTotals } from './payment-totals.tsx';
import { PaymentViewTabs } from './payment-view-tabs.tsx';
import { PaymentsList } from './payments-list.tsx';
import { SearchProblems } from './search-problems.tsx';
import { useSearchKeys } from './use-search-keys.ts';

/** `/payments`: everything that is shown stands in the address. */
export function PaymentsPage() {
  const words = useTranslations('payments');
  const { person, merchantsWith } = useSession();
  const raw = useSearch({ strict: false });
  const entry = useLocation({ select: ({ state }) => state.__TSR_key ?? '' });
  const navigate = useNavigate();
  const router = useRouter();
  const { search, problems } = useMemo(() => readPaymentSearch(raw), [raw]);
  const searchBox = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);

  const goTo = useCallback(
    (next: PaymentSearch) =>
      void navigate({ to: '/payments', search: writePaymentSearch(next), replace: true }),
    [navigate],
  );
  const latest = useRef(search);
  useEffect(() => {
    latest.current = search;
  }, [search]);
  const searchFor = useCallback(
    (text: string) => {
      // Whoever is already on the way to a payment is not called back to the list.
      if (router.latestLocation.pathname !== '/payments') return;
      const { search: _, ...rest } = latest.current;
      goTo(text === '' ? rest : { ...rest, search: text });
    },
    [goTo, router],
  );
  const focusSearch = useCallback(() => searchBox.current?.focus(), []);
  useSearchKeys(focusSearch);

  const focusList = () =>
    list.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"], li a')?.focus();

  return (
    <Page
      title={words('title')}
      actions={
        <PaymentSearchBox
          ref={searchBox}
          value={search.search ?? ''}
          onSearch={searchFor}
          onLeave={focusList}
        />
      }
    >
      <PaymentViewTabs search={search} />
      <SearchProblems problems={problems} onDrop={() => goTo(search)} />
      <LastResult />
      <PaymentFilters
        search={search}
        connections={person.connections}
        merchants={merchantsWith('see')}
        onSearch={goTo}
      />
      <PaymentTotals search={search} />
      <div ref={list}>
        <PaymentsList search={search} entry={entry} onSearch={goTo} onFocusSearch={focusSearch} />
      </div>
    </Page>
  );
}
