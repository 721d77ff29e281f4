import { totalsOf } from 'paygate-payments';
import type { Deps } from '../deps.ts';
import { swissDay } from '../reports/swiss-time.ts';
import { detectDecimal } from './detect-decimal.ts';
import { columnsOf } from './format-columns.ts';
import { loadStatement, type Reconciling } from './load-statement.ts';
import { formatProblem, type RawLine, readStatement } from './read-statement.ts';
import type { PreviewStatementInput } from './reconciliation-input.ts';
import type { StatementPreview } from './reconciliation-view.ts';
import { selectSameFile } from './statement-store.ts';

const SAMPLE = 5;
const PROBLEMS_SHOWN = 50;
const nothing = {
  lines: [],
  problems: [],
  skipped: [],
  stated: { count: null, amount: null, fee: null, net: null },
};

/** Says what a file says when it is read like this, and what is wrong with it. Stores nothing. */
export async function previewStatement(
  deps: Deps,
  reconciling: Reconciling,
  { uploadId, format: wanted }: PreviewStatementInput,
): Promise<StatementPreview> {
  const loaded = await loadStatement(deps, reconciling, uploadId, wanted);
  const { rows, merchantId, sha256 } = loaded;
  const decimal = loaded.format.decimal ?? detectDecimal(rows, loaded.format);
  const format = { ...loaded.format, decimal };
  const problem = formatProblem(rows, format);
  const read = problem === null ? readStatement(rows, format, loaded.gatewayMerchantIds) : nothing;
  const before = await selectSameFile(deps.database.read, merchantId, sha256);
  const days = daysOf(read.lines);
  return {
    name: loaded.name,
    merchantId,
    encoding: loaded.encoding,
    separator: loaded.separator,
    rows: rows.length,
    columns: columnsOf(rows, format),
    format,
    formatProblem: problem,
    problems: read.problems.slice(0, PROBLEMS_SHOWN),
    problemCount: read.problems.length,
    sample: read.lines.slice(0, SAMPLE).map(({ line, kind, at, amount, fee, ...names }) => ({
      line,
      kind,
      at,
      amount,
      fee,
      name: names.payId ?? names.xid ?? names.transId ?? names.refNr ?? '',
    })),
    skipped: [...read.skipped],
    stated: read.stated,
    added: totalsOf(read.lines),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    importedBefore:
      before === null ? null : { id: before.id, name: before.name, at: before.createdAt.getTime() },
  };
}

/** Swiss days of the lines, in order; those of payments that never came about are none. */
function daysOf(lines: readonly RawLine[]): readonly string[] {
  const days = lines.flatMap(({ at, kind }) =>
    at === null || kind === 'failed' ? [] : [swissDay(at)],
  );
  return [...new Set(days)].sort((one, later) => (one < later ? -1 : 1));
}
