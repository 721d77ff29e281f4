import { useTranslations } from 'use-intl';
import { useRangeText } from '../lists/use-range-text.ts';
import type { Choosable } from './more-filters.tsx';
import type { PaymentSearch } from './payment-search.ts';

/** Each set filter in words, for its chip; null where it is not set. */
export function useFilterText(search: PaymentSearch, { connections, merchants }: Choosable) {
  const words = useTranslations('payments');
  const statuses = useTranslations('ui.status');
  const sources = useTranslations('payments.source');
  const range = useRangeText();
  const { status, captureUrgency, refundUrgency } = search;

  const deadline = (chosen: PaymentSearch['captureUrgency'], hours: number | undefined) => {
    const parts = chosen?.map((urgency) => words(`urgency.${urgency}`)) ?? [];
    if (hours !== undefined) parts.push(words('filter.withinHours', { hours }));
    return parts.length === 0 ? null : parts.join(', ');
  };
  const yesOrNo = (said: boolean | undefined) =>
    said === undefined ? null : words(said ? 'filter.yes' : 'filter.no');

  return {
    status: status?.map((name) => statuses(name)).join(', ') ?? null,
    captureUrgency: deadline(captureUrgency, search.captureWithin),
    refundUrgency: deadline(refundUrgency, search.refundWithin),
    refunded: yesOrNo(search.refunded),
    unknown: yesOrNo(search.unknown),
    note: yesOrNo(search.note),
    source: search.source?.map((source) => sources(source)).join(', ') ?? null,
    merchant: merchantText(),
    date: range.date(search),
    amount: range.amount(search),
    connection: connectionText(),
  };

  function merchantText() {
    const { merchant } = search;
    if (merchant === undefined) return null;
    const known = merchants.find(({ merchantId }) => merchantId === merchant);
    return known?.merchantName ?? String(merchant);
  }

  function connectionText() {
    const { connection } = search;
    if (connection === undefined) return null;
    return connections.find(({ slug }) => slug === connection)?.label ?? connection;
  }
}
