import { type DecimalMark, detectDecimalMark } from 'paygate-payments';
import type { TableRow } from '../tables/read-table.ts';
import { layOut } from './format-columns.ts';
import type { StatementFormat } from './statement-format.ts';

/** How the amounts of a file are written, as far as its columns are known; null where it is not clear. */
export function detectDecimal(
  rows: readonly TableRow[],
  format: StatementFormat,
): DecimalMark | null {
  const { body, find } = layOut(rows, format);
  const { columns, record } = format;
  const recordAt = record === null ? null : find(record.column);
  const details =
    recordAt === null || record?.detail === ''
      ? body
      : body.filter(({ cells }) => cells[recordAt] === record?.detail);
  const amounts = (['amount', 'refund', 'fee', 'net'] as const).flatMap((field) => {
    const ref = columns[field];
    const at = ref === undefined ? null : find(ref);
    return at === null ? [] : details.map(({ cells }) => cells[at] ?? '');
  });
  return detectDecimalMark(amounts);
}
