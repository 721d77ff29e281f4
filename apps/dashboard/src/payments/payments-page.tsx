import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { LastResult } from './last-result.tsx';
import { ListTabs } from './list-tabs.tsx';
import { PaymentFilters } from './payment-filters.tsx';
import { type PaymentSearch, readPaymentSearch, writePaymentSearch } from './payment-search.ts';
import { PaymentSearchBox } from './payment-search-box.tsx';
import { PaymentTotals } from './payment-totals.tsx';
import { PaymentViewTabs } from './payment-view-tabs.tsx';
import { PaymentsList } from './payments-list.tsx';
import { SearchProblems } from './search-problems.tsx';
import { useListPage } from './use-list-page.ts';

/** `/payments`: everything that is shown stands in the address. */
export function PaymentsPage() {
  const words = useTranslations('payments');
  const filterWords = useTranslations('payments.filter');
  const { person, merchantsWith } = useSession();
  const raw = useSearch({ strict: false });
  const navigate = useNavigate();
  const { search, problems } = useMemo(() => readPaymentSearch(raw), [raw]);
  const goTo = useCallback(
    (next: PaymentSearch) =>
      void navigate({ to: '/payments', search: writePaymentSearch(next), replace: true }),
    [navigate],
  );
  const page = useListPage('/payments', search, goTo);

  return (
    <Page
      title={words('title')}
      actions={
        <PaymentSearchBox
          ref={page.searchBox}
          label={words('search.label')}
          placeholder={words('search.placeholder')}
          value={search.search ?? ''}
          onSearch={page.searchFor}
          onLeave={page.focusList}
        />
      }
    >
      <ListTabs />
      <PaymentViewTabs search={search} />
      <SearchProblems problems={problems} nameOf={filterWords} onDrop={() => goTo(search)} />
      <LastResult />
      <PaymentFilters
        search={search}
        connections={person.connections}
        merchants={merchantsWith('see')}
        onSearch={goTo}
      />
      <PaymentTotals search={search} />
      <div ref={page.list}>
        <PaymentsList
          search={search}
          entry={page.entry}
          onSearch={goTo}
          onFocusSearch={page.focusSearch}
        />
      </div>
    </Page>
  );
}
