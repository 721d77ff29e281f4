import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { readColumns } from './column-names.ts';
import { LastResult } from './last-result.tsx';
import { differs, habitOf, layoutOf, type SavedView } from './list-layout.ts';
import { ListTabs } from './list-tabs.tsx';
import { PaymentFilters } from './payment-filters.tsx';
import { type PaymentSearch, writePaymentSearch } from './payment-search.ts';
import { PaymentSearchBox } from './payment-search-box.tsx';
import { PaymentTools } from './payment-tools.tsx';
import { PaymentTotals } from './payment-totals.tsx';
import { PaymentViewTabs } from './payment-view-tabs.tsx';
import { PaymentsList } from './payments-list.tsx';
import { PaymentsPaged } from './payments-paged.tsx';
import { readListAddress } from './read-list-address.ts';
import { SearchProblems } from './search-problems.tsx';
import { useFirstView } from './use-first-view.ts';
import { useListPage } from './use-list-page.ts';
import { usePaymentColumns } from './use-payment-columns.tsx';
import type { PagePosition } from './use-payments-page.ts';
import { useViews } from './use-views.ts';
import { ViewNotes } from './view-notes.tsx';

/** `/payments`: everything that is shown stands in the address, a saved view by its name there. */
export function PaymentsPage() {
  const words = useTranslations('payments');
  const filterWords = useTranslations('payments.filter');
  const { person, merchantsWith } = useSession();
  const raw = useSearch({ strict: false });
  const navigate = useNavigate();
  const address = useMemo(() => readListAddress(raw), [raw]);
  const { position, problems, search, viewId } = address;
  const views = useViews();
  const { habits, remember } = views;
  const [removed, setRemoved] = useState<SavedView | null>(null);
  const view = views.views.find(({ id }) => id === viewId) ?? null;
  const layout = layoutOf(view, habits);
  const chosen = useMemo(
    () => (layout.columns === null ? null : readColumns(layout.columns)),
    [layout.columns],
  );

  const goTo = useCallback(
    (next: PaymentSearch, named: string | null = viewId) => {
      const written = writePaymentSearch(next);
      const to = named === null ? written : { ...written, view: named };
      void navigate({ to: '/payments', search: to, replace: true });
    },
    [navigate, viewId],
  );
  const turnTo = (next: PagePosition) =>
    void navigate({ to: '/payments', search: (before) => ({ ...keepOf(before), ...next }) });
  const openView = (opened: SavedView) => {
    remember({ lastView: opened.id });
    const to = { ...opened.address, view: opened.id };
    void navigate({ to: '/payments', search: to, replace: true });
  };
  const isBeginning = useFirstView(views, address.isBare, openView);
  const searchBy = useCallback((next: PaymentSearch) => goTo(next), [goTo]);
  const page = useListPage('/payments', search, searchBy);
  const columns = usePaymentColumns(search, searchBy, chosen?.columns ?? null);
  const clear = () => goTo({ sort: search.sort, order: search.order });

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
      <PaymentViewTabs
        search={search}
        views={views.views}
        view={view}
        isChanged={view !== null && differs(view, search, layout)}
        onOpen={({ id }) => remember({ lastView: id })}
        onLeave={() => remember({ lastView: null })}
      />
      <ViewNotes
        isGone={viewId !== null && view === null && !views.isPending && removed?.id !== viewId}
        goneColumns={chosen?.gone ?? []}
        removed={removed}
        save={views.save}
        onDone={(broughtBack) => {
          if (broughtBack && removed !== null) openView(removed);
          setRemoved(null);
        }}
      />
      <SearchProblems problems={problems} nameOf={filterWords} onDrop={() => goTo(search)} />
      <LastResult />
      <PaymentFilters
        search={search}
        connections={person.connections}
        merchants={merchantsWith('see')}
        onSearch={searchBy}
      />
      <PaymentTotals search={search} />
      <PaymentTools
        search={search}
        onSearch={searchBy}
        views={views}
        view={view}
        layout={layout}
        columns={chosen?.columns ?? null}
        onLayout={(next) => remember(habitOf(view, next))}
        onOpenView={(id) => {
          remember({ lastView: id });
          goTo(search, id);
        }}
        onViewRemoved={(gone) => {
          setRemoved(gone);
          goTo(search, null);
        }}
      />
      <div ref={page.list}>
        {isBeginning || views.isPending ? (
          <Skeleton rows={12} />
        ) : layout.mode === 'pages' ? (
          <PaymentsPaged
            search={search}
            columns={columns}
            isCompact={layout.density === 'compact'}
            position={position}
            onPosition={turnTo}
            onClear={clear}
          />
        ) : (
          <PaymentsList
            search={search}
            entry={page.entry}
            columns={columns}
            chosen={chosen?.columns ?? null}
            density={layout.density}
            onClear={clear}
            onFocusSearch={page.focusSearch}
          />
        )}
      </div>
    </Page>
  );
}

/** The address without its page. */
function keepOf(address: object): Record<string, unknown> {
  const { after: _, before: __, ...rest } = address as PagePosition;
  return rest;
}
