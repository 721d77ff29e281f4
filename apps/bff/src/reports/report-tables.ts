import { moneyFigures } from 'paygate-payments';
import type { z } from 'zod';
import { fill } from '../exports/describe-scope.ts';
import type { ExportWords } from '../exports/export-words.ts';
import type { FactLine } from '../exports/file-facts.ts';
import { showDay, showInstant } from '../exports/show.ts';
import type { TableCell } from '../exports/table-cells.ts';
import type { FileTable } from '../exports/table-file.ts';
import type { Figures } from './report-figures.ts';
import type { ReportInput } from './report-input.ts';
import type { reportView } from './report-view.ts';
import type { ReportWords } from './report-words.ts';

type Report = z.output<typeof reportView>;

/** The figures of a report as tables: by period, and by connection. No line of totals among the rows. */
export function reportTables(
  report: Report,
  { unit }: ReportInput,
  words: ReportWords,
): readonly [FileTable, FileTable] {
  const headings = [
    ...moneyFigures.map((name) => `${words.figure[name]} CHF`),
    ...moneyFigures.map((name) => fill(words.number, { figure: words.figure[name] })),
  ];
  return [
    {
      name: words.by[unit],
      headings: [words.from, words.to, ...headings],
      rows: report.periods.map(({ from, to, figures }) => [
        { at: from },
        { at: to },
        ...cellsOf(figures),
      ]),
    },
    {
      name: words.by.connection,
      headings: [words.merchant, words.connection, ...headings],
      rows: report.connections.map(({ merchantName, label, figures }) => [
        { text: merchantName },
        { text: label },
        ...cellsOf(figures),
      ]),
    },
  ];
}

function cellsOf(figures: Figures): readonly TableCell[] {
  return [
    ...moneyFigures.map((name) => ({ minor: figures[name].amount })),
    ...moneyFigures.map((name) => ({ count: figures[name].count })),
  ];
}

/** What the file says about itself: whose figures, by whom, of what, as of when, and their sums. */
export function reportFacts(
  report: Report,
  input: ReportInput,
  by: string,
  { say, words }: { readonly say: ExportWords['facts']; readonly words: ReportWords },
): readonly FactLine[] {
  const [only] = report.connections;
  const whose = input.connection === undefined ? words.allConnections : (only?.label ?? '');
  const filter = fill(words.filter, {
    from: showDay(input.from),
    to: showDay(input.to),
    days: words.days[input.day],
    unit: words.by[input.unit],
    whose,
  });
  return [
    [say.merchant, report.merchants.map(({ merchantName }) => merchantName).join(', ')],
    [say.by, by],
    [say.filter, filter],
    [say.asOf, showInstant(report.asOf)],
    [say.zone, say.zoneName],
    [say.rows, report.periods.length],
    ...moneyFigures.map(
      (name): FactLine => [
        `${fill(words.sum, { figure: words.figure[name] })} (CHF)`,
        { minor: report.total[name].amount },
      ],
    ),
  ];
}
