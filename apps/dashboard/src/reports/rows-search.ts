import type { RowsInput } from './report.ts';

const rowFigures = [
  'captured',
  'refunded',
  'reimbursed',
  'released',
  'expired',
  'net',
  'authorized',
  'failed',
  'abandoned',
  'declined',
] as const;

type RawSearch = Readonly<
  Partial<
    Record<
      'figure' | 'from' | 'to' | 'detail' | 'merchantId' | 'connection' | 'waitFrom' | 'waitTo',
      unknown
    >
  >
>;

export type RowsWish = Omit<RowsInput, 'limit' | 'cursor'>;

/** The address of the rows behind a number: instants in words that people can read, too. */
export function writeRowsSearch({ from, to, ...wish }: RowsWish): Record<string, string | number> {
  const rest = Object.entries(wish).filter(([, value]) => value !== undefined);
  return {
    ...(Object.fromEntries(rest) as Record<string, string | number>),
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
  };
}

/** Null for an address that names no number. */
export function readRowsSearch(raw: RawSearch): RowsWish | null {
  const figure = rowFigures.find((known) => known === raw.figure);
  const from = Date.parse(String(raw.from));
  const to = Date.parse(String(raw.to));
  if (figure === undefined || !isFullHour(from) || !isFullHour(to) || from >= to) return null;
  const place = (value: unknown) => (Number.isInteger(Number(value)) ? Number(value) : undefined);
  const text = (value: unknown) => (value === undefined ? undefined : String(value).slice(0, 40));
  const wish = {
    figure,
    from,
    to,
    detail: text(raw.detail),
    merchantId: raw.merchantId === undefined ? undefined : place(raw.merchantId),
    connection: text(raw.connection),
    waitFrom: place(raw.waitFrom),
    waitTo: place(raw.waitTo),
  };
  return Object.fromEntries(
    Object.entries(wish).filter(([, value]) => value !== undefined),
  ) as RowsWish;
}

function isFullHour(instant: number): boolean {
  return instant >= 946_681_200_000 && instant <= 4_102_444_800_000 && instant % 3_600_000 === 0;
}
