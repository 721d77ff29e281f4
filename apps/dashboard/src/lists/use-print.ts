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

  const printList = async () => {
    setReading('reading');
    try {
      const found = await readUpTo(read, start, mostPrinted);
      setSheet({ ...found, isSelection: false });
      setReading('no');
    } catch {
      setReading('failed');
    }
  };

  return {
    /** What goes to paper; null while nothing does. */
    sheet,
    isReading: reading === 'reading',
    isFailed: reading === 'failed',
    printList: () => void printList(),
    printRows: (rows: readonly Row[]) => setSheet({ rows, hasMore: false, isSelection: true }),
  };
}
