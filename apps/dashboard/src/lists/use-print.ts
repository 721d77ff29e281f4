import { useEffect, useState } from 'react';
import { readUpTo } from './read-up-to.ts';
import type { ListStart, ReadRows } from './read-window.ts';

/** More is a book: an export holds all of it. */
export const mostPrinted = 2000;

export type Sheet<Row> = {
  readonly rows: readonly Row[];
  /** The list goes on. */
  readonly hasMore: boolean;
  /** Rows that were picked by hand. */
  readonly isSelection: boolean;
};

/**
 * What is printed: the list as the server has it now, up to what fits on a sheet, or rows that were
 * picked. The sheet is made first and then printed, and stays until the print dialog was left; what
 * is on the screen does not change.
 */
export function usePrint<Row>(read: ReadRows<Row>, start: ListStart) {
  const [sheet, setSheet] = useState<Sheet<Row> | null>(null);
  const [reading, setReading] = useState<'no' | 'reading' | 'failed'>('no');
  useEffect(() => {
    const forget = () => setSheet(null);
    window.addEventListener('afterprint', forget);
    return () => window.removeEventListener('afterprint', forget);
  }, []);
  useEffect(() => {
    if (sheet !== null) window.print();
  }, [sheet]);

  const print = async (read: Promise<Sheet<Row>>) => {
    setReading('reading');
    try {
      setSheet(await read);
      setReading('no');
    } catch {
      setReading('failed');
    }
  };
  const readList = async () => ({
    ...(await readUpTo(read, start, mostPrinted)),
    isSelection: false,
  });
  const readPicked = async (rows: Promise<readonly Row[]>) => ({
    rows: await rows,
    hasMore: false,
    isSelection: true,
  });

  return {
    /** What goes to paper; null while nothing does. */
    sheet,
    isReading: reading === 'reading',
    isFailed: reading === 'failed',
    printList: () => void print(readList()),
    /** Rows that were picked, once they were read. */
    printRows: (rows: Promise<readonly Row[]>) => void print(readPicked(rows)),
  };
}
export type UsePrint<Row> = ReturnType<typeof usePrint<Row>>;
