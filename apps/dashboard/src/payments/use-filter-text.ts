import { useTranslations } from 'use-intl';
import { showMoment } from '../ui/swiss-day.ts';
import { useFormat } from '../ui/use-format.ts';
import type { Choosable } from './more-filters.tsx';
import type { PaymentSearch } from './payment-search.ts';

/** Each set filter in words, for its chip; null where it is not set. */
export function useFilterText(search: PaymentSearch, { connections, merchants }: Choosable) {
  const words = useTranslations('payments');
  const statuses = useTranslations('ui.status');
  const sources = useTranslations('payments.source');
  const format = useFormat();
  const { status, captureUrgency, refundUrgency, from, to, amountMin, amountMax } = search;

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
    date: dateText(),
    amount: amountText(),
    connection: connectionText(),
  };

  function dateText() {
    const days = { from: showMoment(from ?? ''), to: showMoment(to ?? '') };
    if (from !== undefined && from === to) return days.from;
    if (from !== undefined && to !== undefined) return words('filter.between', days);
    if (from !== undefined) return words('filter.since', days);
    return to === undefined ? null : words('filter.until', days);
  }

  function amountText() {
    const amounts = { min: format.money(amountMin ?? 0), max: format.money(amountMax ?? 0) };
    if (amountMin !== undefined && amountMin === amountMax) return amounts.min;
    if (amountMin !== undefined && amountMax !== undefined) {
      return words('filter.amountBetween', amounts);
    }
    if (amountMin !== undefined) return words('filter.atLeast', amounts);
    return amountMax === undefined ? null : words('filter.atMost', amounts);
  }

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
