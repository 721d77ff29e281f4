import { isMoment } from '../ui/swiss-day.ts';
import { parseFrancs } from './address-reader.ts';
import type { ListStart } from './read-window.ts';

/**
 * Where a list is to begin, as an address says it: `end`, a Swiss day or a minute of one, or francs in
 * a list that is sorted by amount. Null for anything else.
 */
export function readStart(at: string, sort: string): Exclude<ListStart, null> | null {
  if (at === 'end') return 'end';
  if (sort === 'amount') {
    const minor = parseFrancs(at);
    return minor === null ? null : { at: minor };
  }
  return isMoment(at) && at >= '1970' ? { at } : null;
}

/** Where a page of a list lies: after or before a cursor, or at a place; the first one has nothing of it. */
export type PagePosition = {
  readonly after?: string;
  readonly before?: string;
  readonly at?: string;
};
const cursor = /^[\w-]{1,500}$/;

/** Reads the place in a list from its address. What is no place is left out and named in `wrong`. */
export function readPosition(
  raw: { readonly [K in keyof PagePosition]: unknown },
  sort: string,
): { readonly position: PagePosition; readonly wrong: readonly string[] } {
  const isRight = {
    after: (text: string) => cursor.test(text),
    before: (text: string) => cursor.test(text),
    at: (text: string) => readStart(text, sort) !== null,
  };
  const said = (['after', 'before', 'at'] as const).flatMap((name) => {
    const value = raw[name];
    if (value === undefined) return [];
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return [{ name, text, isRight: isRight[name](text) }];
  });
  const right = said.filter((part) => part.isRight);
  return {
    position: Object.fromEntries(right.map(({ name, text }) => [name, text])),
    wrong: said.filter((part) => !part.isRight).map(({ text }) => text),
  };
}

/** What the server is asked for one page of a list at a position. */
export function pageAt(position: PagePosition, sort: string) {
  const { after, before } = position;
  const cursor = before ?? after ?? null;
  const start = cursor === null ? startOf(position, sort) : null;
  const isBack = before !== undefined || start === 'end';
  const part = {
    cursor,
    direction: isBack ? ('previous' as const) : ('next' as const),
    ...(start === null || start === 'end' ? {} : { startAt: start.at }),
    limit: 50,
  };
  return { start, part };
}

/** The start of a list that is read from a position on. */
export function startOf({ at }: { readonly at?: string | undefined }, sort: string): ListStart {
  return at === undefined ? null : readStart(at, sort);
}
