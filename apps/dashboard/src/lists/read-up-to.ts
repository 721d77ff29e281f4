import { type ListStart, mostAtOnce, type ReadRows } from './read-window.ts';

/** The first `most` rows of a list, from the value of its sort on that it begins at; and whether more follow. */
export async function readUpTo<Row>(
  read: ReadRows<Row>,
  start: ListStart,
  most: number,
): Promise<{ readonly rows: readonly Row[]; readonly hasMore: boolean }> {
  const place = start === null || start === 'end' ? {} : { startAt: start.at };
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const limit = Math.min(mostAtOnce, most - rows.length);
    const begin: typeof place = cursor === null ? place : {};
    const answer = await read({ cursor, ...begin, direction: 'next', limit });
    rows.push(...answer.rows);
    cursor = answer.nextCursor;
  } while (cursor !== null && rows.length < most);
  return { rows, hasMore: cursor !== null };
}
