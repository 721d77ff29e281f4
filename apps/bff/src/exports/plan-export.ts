import type { ExportFormat } from 'paygate-payments';
import { listConnectionLabels } from '../connections/list-connection-names.ts';
import type { Deps } from '../deps.ts';
import { paymentFilter } from '../payments/payment-filter.ts';
import { type Selection, selectRows } from '../payments/select-rows.ts';
import { readerOf } from '../sessions/reader-of.ts';
import type { Sql } from '../storage/database.ts';
import type { CellSetting, CellStyle } from './cell-store.ts';
import { describeScope } from './describe-scope.ts';
import { csvPresets } from './export-format.ts';
import type { ExportDefinition } from './export-input.ts';
import type { ExportWords } from './export-words.ts';
import { wordsIn } from './words-in.ts';

/** What a definition means at one moment: which rows, in which words. */
export type ExportPlan = {
  readonly selection: Selection;
  readonly cells: CellSetting;
  readonly words: ExportWords;
  /** The filter in the language of the file. */
  readonly filter: string;
};

/**
 * Reads a definition at `now` (ms UTC), with the very query of the list.
 * @throws TRPCError NOT_FOUND for a connection that is not the merchant's.
 */
export async function planExport(
  deps: Pick<Deps, 'secrets'>,
  sql: Sql,
  definition: ExportDefinition,
  now: number,
): Promise<ExportPlan> {
  const { format, language, merchantId, scope } = definition;
  const words = wordsIn(language);
  const connections = await listConnectionLabels(sql, merchantId);
  const given = scope.kind === 'filtered' ? scope.filter : {};
  // Whether the author may is asked before.
  const selection = await selectRows(deps, sql, readerOf([merchantId]), {
    filter: paymentFilter.parse({ ...given, merchantId }),
    ids: scope.kind === 'selected' ? scope.paymentIds : null,
    now,
  });
  const connectionLabel = (slug: string) =>
    connections.find((known) => known.slug === slug)?.label ?? slug;
  return {
    selection,
    words,
    cells: { words, connections, style: styleOf(format) },
    filter: describeScope(scope, words, { connectionLabel }),
  };
}

function styleOf(format: ExportFormat): CellStyle {
  if (format === 'xlsx') return { kind: 'sheet' };
  const { dates, decimalMark, separator } = csvPresets[format];
  return { kind: 'csv', dates, decimalMark, separator };
}
