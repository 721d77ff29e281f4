import type { TableRow } from '../tables/read-table.ts';
import type { StatementFormat } from './statement-format.ts';

/** A column as the file has it: what names it, and some of its cells. */
export type FileColumn = { readonly ref: string; readonly samples: string[] };

const SAMPLES = 3;

/** The rows below the headings, what names each column, and how to find one by its name. */
export function layOut(rows: readonly TableRow[], { headings, skipRows }: StatementFormat) {
  const heading = headings ? (rows[skipRows]?.cells ?? []) : null;
  const body = rows.slice(skipRows + (headings ? 1 : 0));
  const widest = body.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const refs = heading ?? Array.from({ length: widest }, (_, at) => String(at + 1));
  return {
    body,
    refs,
    /** Null where the file has no such column. */
    find: (ref: string): number | null => {
      const at = refs.indexOf(ref);
      return at < 0 ? null : at;
    },
  };
}

/** The columns that have a name, for a person to choose from. */
export function columnsOf(rows: readonly TableRow[], format: StatementFormat): FileColumn[] {
  const { body, refs } = layOut(rows, format);
  return refs.flatMap((ref, at): FileColumn[] => {
    if (ref === '') return [];
    const samples = new Set<string>();
    for (const { cells } of body) {
      const cell = cells[at] ?? '';
      if (cell !== '') samples.add(cell);
      if (samples.size === SAMPLES) break;
    }
    return [{ ref, samples: [...samples] }];
  });
}
