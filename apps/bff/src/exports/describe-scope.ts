import type { PaymentFilter } from '../payments/payment-filter.ts';
import type { ExportDefinition } from './export-input.ts';
import type { ExportWords } from './export-words.ts';
import { showAmount, showDay } from './show.ts';

type Page = 'cursor' | 'until' | 'limit' | 'direction' | 'startAt';
type Filter = Omit<PaymentFilter, Page | 'merchantId'>;
type Names = { readonly connectionLabel: (slug: string) => string };

/** Which rows a file holds, in words and in the language of the file: `status Captured · newest first`. */
export function describeScope(
  scope: ExportDefinition['scope'],
  words: ExportWords,
  names: Names,
): string {
  const { all, selected, sort } = words.filter;
  if (scope.kind === 'all') return `${all} · ${sort['created-desc']}`;
  if (scope.kind === 'selected') {
    const count = fill(selected, { count: String(scope.paymentIds.length) });
    return `${count} · ${sort['created-desc']}`;
  }
  const parts = describeFilter(scope.filter, words, names);
  const order = sort[`${scope.filter.sort}-${scope.filter.order}`];
  return [...(parts.length === 0 ? [all] : parts), order].join(' · ');
}

function describeFilter(filter: Filter, words: ExportWords, names: Names): readonly string[] {
  const say = words.filter;
  const list = <T extends string>(
    text: string,
    values: readonly T[] | undefined,
    known: Record<T, string>,
  ) =>
    values === undefined || values.length === 0
      ? null
      : fill(text, { text: values.map((value) => known[value]).join(', ') });
  const range = (text: string, from: string | null, to: string | null) =>
    from === null && to === null
      ? null
      : fill(text, { text: [from, to].filter((part) => part !== null).join(' ') });
  const within = (text: string, hours: number | undefined) =>
    hours === undefined ? null : fill(text, { hours: String(hours) });
  const yesOrNo = (text: string, value: boolean | undefined) =>
    value === undefined ? null : fill(text, { text: value ? words.facts.yes : words.facts.no });
  const { from, to, amountMin, amountMax, search, connection } = filter;

  // A filter that is missing here does not compile: no file may hide how it was narrowed.
  const parts: Readonly<Record<Exclude<keyof Filter, 'sort' | 'order'>, string | null>> = {
    search: search?.trim() ? fill(say.search, { text: search.trim() }) : null,
    status: list(say.status, filter.status, words.statuses),
    captureUrgency: list(say.captureUrgency, filter.captureUrgency, words.urgencies),
    refundUrgency: list(say.refundUrgency, filter.refundUrgency, words.urgencies),
    captureWithin: within(say.captureWithin, filter.captureWithin),
    refundWithin: within(say.refundWithin, filter.refundWithin),
    refunded: yesOrNo(say.refunded, filter.refunded),
    unknown: yesOrNo(say.unknown, filter.unknown),
    note: yesOrNo(say.note, filter.note),
    source: list(say.source, filter.source, words.sources),
    from: range(
      say.date,
      from === undefined ? null : fill(say.since, { from: showDay(from) }),
      to === undefined ? null : fill(say.until, { to: showDay(to) }),
    ),
    to: null,
    amountMin: range(
      say.amount,
      amountMin === undefined ? null : fill(say.atLeast, { min: showAmount(amountMin) }),
      amountMax === undefined ? null : fill(say.atMost, { max: showAmount(amountMax) }),
    ),
    amountMax: null,
    connection:
      connection === undefined
        ? null
        : fill(say.connection, { text: names.connectionLabel(connection) }),
  };
  return Object.values(parts).filter((part) => part !== null);
}

/** Puts values for `{name}`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (gap, name: string) => values[name] ?? gap);
}
