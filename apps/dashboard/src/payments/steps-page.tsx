import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { Page } from '../app/page.tsx';
import { ListTabs } from './list-tabs.tsx';
import { PaymentSearchBox } from './payment-search-box.tsx';
import { SearchProblems } from './search-problems.tsx';
import { StepFilters } from './step-filters.tsx';
import { readStepSearch, type StepField, type StepSearch, writeStepSearch } from './step-search.ts';
import { StepTotals } from './step-totals.tsx';
import { StepsList } from './steps-list.tsx';
import { useListPage } from './use-list-page.ts';

/** `/payments/steps`: each step by itself; everything that is shown stands in the address. */
export function StepsPage() {
  const words = useTranslations('payments.steps');
  const listWords = useTranslations('payments');
  const filterWords = useTranslations('payments.filter');
  const raw = useSearch({ strict: false });
  const navigate = useNavigate();
  const { search, problems } = useMemo(() => readStepSearch(raw), [raw]);
  const goTo = useCallback(
    (next: StepSearch) =>
      void navigate({ to: '/payments/steps', search: writeStepSearch(next), replace: true }),
    [navigate],
  );
  const page = useListPage('/payments/steps', search, goTo);
  const nameOf = (field: StepField) =>
    field === 'kind' ||
    field === 'state' ||
    field === 'code' ||
    field === 'by' ||
    field === 'origin'
      ? words(`field.${field}`)
      : filterWords(field);

  return (
    <Page
      title={listWords('title')}
      documentTitle={words('documentTitle')}
      actions={
        <PaymentSearchBox
          ref={page.searchBox}
          label={words('searchLabel')}
          placeholder={words('searchPlaceholder')}
          value={search.search ?? ''}
          onSearch={page.searchFor}
          onLeave={page.focusList}
        />
      }
    >
      <ListTabs />
      <SearchProblems problems={problems} nameOf={nameOf} onDrop={() => goTo(search)} />
      <StepFilters search={search} onSearch={goTo} />
      <StepTotals search={search} />
      <div ref={page.list}>
        <StepsList
          search={search}
          entry={page.entry}
          onSearch={goTo}
          onFocusSearch={page.focusSearch}
        />
      </div>
    </Page>
  );
}
