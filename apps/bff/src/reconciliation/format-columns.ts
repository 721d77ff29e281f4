import type { TableRow } from '../tables/read-table.ts';
import type { StatementFormat } from './statement-format.ts';

/** A column as the file has it: what names it, and some of its cells. */
export type FileColumn = { readonly ref: string; readonly samples: readonly string[] };

const SAMPLES = 3;

/** The rows below the headings, and how to find a column in them. */
export function layOut(rows: readonly TableRow[], { headings, skipRows }: StatementFormat) {
  const heading = headings ? (rows[skipRows]?.cells ?? []) : null;
  const body = rows.slice(skipRows + (headings ? 1 : 0));
  const widest = body.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const refs = heading ?? Array.from({ length: widest }, (_, at) => String(at + 1));
  return {
    body,
    /** Null where the file has no such column. */
    find: (ref: string): number | null => {
      const at = refs.indexOf(ref);
      return at < 0 ? null : at;
    },
    columns: refs.flatMap((ref, at): FileColumn[] => {
      const cells = body.map((row) => row.cells[at] ?? '').filter((cell) => cell !== '');
      return ref === '' ? [] : [{ ref, samples: [...new Set(cells)].slice(0, SAMPLES) }];
    }),
  };
}
