import { useTranslations } from 'use-intl';
import { showSwissDay } from '../ui/swiss-day.ts';
import { useFormat } from '../ui/use-format.ts';
import type { PaymentSearch } from './payment-search.ts';

type Connections = readonly { readonly slug: string; readonly label: string }[];

/** Each set filter in words, for its chip; null where it is not set. */
export function useFilterText(search: PaymentSearch, connections: Connections) {
  const words = useTranslations('payments');
  const statuses = useTranslations('ui.status');
  const format = useFormat();
  const { status, captureUrgency, refundUrgency, from, to, amountMin, amountMax } = search;

  const urgencies = (chosen: PaymentSearch['captureUrgency']) =>
    chosen?.map((urgency) => words(`urgency.${urgency}`)).join(', ') ?? null;

  return {
    status: status?.map((name) => statuses(name)).join(', ') ?? null,
    captureUrgency: urgencies(captureUrgency),
    refundUrgency: urgencies(refundUrgency),
    date: dateText(),
    amount: amountText(),
    connection: connectionText(),
  };

  function dateText() {
    const days = { from: showSwissDay(from ?? ''), to: showSwissDay(to ?? '') };
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

  function connectionText() {
    const { connection } = search;
    if (connection === undefined) return null;
    return connections.find(({ slug }) => slug === connection)?.label ?? connection;
  }
}
