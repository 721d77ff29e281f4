import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { ListPage } from '../lists/list-page.tsx';
import { startOf } from '../lists/list-start.ts';
import { PrintButton } from '../lists/print-button.tsx';
import { useList } from '../lists/use-list.ts';
import { usePrint } from '../lists/use-print.ts';
import { useRowSelection } from '../lists/use-row-selection.ts';
import { BatchLink } from './batch-link.tsx';
import { paymentColumns } from './column-names.ts';
import { ExportLink } from './export-link.tsx';
import { inListOrder } from './in-list-order.ts';
import { LastResult } from './last-result.tsx';
import { ListTabs } from './list-tabs.tsx';
import type { Payment } from './payment.ts';
import { PaymentFilters } from './payment-filters.tsx';
import {
  countFilters,
  readPaymentSearch,
  toCriteria,
  writePaymentSearch,
} from './payment-search.ts';
import { PaymentSortSelect } from './payment-sort.tsx';
import { PaymentTotals } from './payment-totals.tsx';
import { paymentViews, viewOf } from './payment-views.ts';
import { PaymentsList } from './payments-list.tsx';
import { PaymentsPaged } from './payments-paged.tsx';
import { PaymentsSheet } from './payments-sheet.tsx';
import { usePaymentColumns } from './use-payment-columns.tsx';
import { usePaymentsAnew } from './use-payments-anew.ts';
import { usePaymentReader } from './use-payments-list.ts';

/** `/payments`: everything that is shown stands in the address, a saved view by its name there. */
export function PaymentsPage() {
  const words = useTranslations('payments');
  const filterWords = useTranslations('payments.filter');
  const viewWords = useTranslations('payments.views');
  const columnWords = useTranslations('payments.column');
  const { person, merchantsWith } = useSession();
  const list = useList({
    list: 'payments',
    to: '/payments',
    columns: paymentColumns,
    read: readPaymentSearch,
    write: writePaymentSearch,
  });
  const { beginAt, goTo, page, position, search, searchBy, turnTo } = list;
  const { chosen, layout, view } = list.views;
  const columns = usePaymentColumns(search, searchBy, chosen);
  const picked = useRowSelection<Payment>(JSON.stringify(toCriteria(search)));
  const print = usePrint(usePaymentReader(search), startOf(position, search.sort));
  const { isReading, printList, printRows, sheet } = print;
  const readAnew = usePaymentsAnew();
  const readPicked = async (payments: readonly Payment[]) => {
    const read = await readAnew(payments);
    picked.renew(read);
    return inListOrder(read, search);
  };
  const shared = {
    search,
    columns,
    chosen,
    picked,
    onClear: () => goTo({ sort: search.sort, order: search.order }),
    isPrinted: sheet !== null,
    isPrintRead: isReading,
    onFocusRows: page.focusList,
    onPrint: (payments: readonly Payment[] | null) =>
      payments === null ? printList() : printRows(readPicked(payments)),
  };

  return (
    <ListPage
      list={list}
      title={words('title')}
      searchLabel={words('search.label')}
      searchPlaceholder={words('search.placeholder')}
      fieldName={filterWords}
      columnName={columnWords}
      ready={paymentViews.map(({ key, search: ready }) => ({
        key,
        label: viewWords(key),
        address: writePaymentSearch(ready),
        isOpen: view === null && viewOf(search) === key,
      }))}
      filterCount={countFilters(search)}
      tabs={<ListTabs />}
      result={<LastResult />}
      filters={
        <PaymentFilters
          search={search}
          connections={person.connections}
          merchants={merchantsWith('see')}
          onSearch={searchBy}
        />
      }
      totals={<PaymentTotals search={search} />}
      links={
        <>
          <ExportLink search={search} columns={chosen} />
          <BatchLink search={search} />
          <PrintButton print={print} />
        </>
      }
      sortSelect={<PaymentSortSelect search={search} onSearch={searchBy} />}
      sheet={
        sheet === null ? null : (
          <PaymentsSheet search={search} at={position.at} columns={columns} sheet={sheet} />
        )
      }
    >
      {layout.mode === 'pages' ? (
        <PaymentsPaged
          {...shared}
          isCompact={layout.density === 'compact'}
          position={position}
          onPosition={turnTo}
        />
      ) : (
        <PaymentsList
          {...shared}
          at={position.at}
          onGo={beginAt}
          entry={page.entry}
          density={layout.density}
          onFocusSearch={page.focusSearch}
        />
      )}
    </ListPage>
  );
}
