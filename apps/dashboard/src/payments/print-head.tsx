import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { PaymentSearch } from './payment-search.ts';
import styles from './print-head.module.css';
import { useFilterText } from './use-filter-text.ts';

type PrintHeadProps = {
  readonly search: PaymentSearch;
  /** How many payments stand on the sheet. */
  readonly shown: number;
  readonly hasMore: boolean;
};

/** What stands above a printed list: the filter in words, when, by whom, and how many rows there are. */
export function PrintHead({ search, shown, hasMore }: PrintHeadProps) {
  const words = useTranslations('payments');
  const format = useFormat();
  const { person, merchantsWith } = useSession();
  const { connections } = person;
  const text = useFilterText(search, { connections, merchants: merchantsWith('see') });
  const filters = (Object.keys(text) as (keyof typeof text)[]).flatMap((name) =>
    text[name] === null ? [] : [`${words(`filter.${name}`)}: ${text[name]}`],
  );
  if (search.search !== undefined) filters.unshift(`${words('filter.search')}: ${search.search}`);
  return (
    <div className={styles.head}>
      <p>
        {filters.length === 0
          ? words('print.noFilters')
          : words('print.filters', { filters: filters.join(' · ') })}
      </p>
      <p>{words('print.printed', { time: format.instant(format.now), who: person.name })}</p>
      <p>
        {words('print.rows', { shown })}
        {hasMore ? ` · ${words('print.more')}` : null}
      </p>
    </div>
  );
}
