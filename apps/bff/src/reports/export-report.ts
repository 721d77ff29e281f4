import { createHash } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import type { ExportFormat } from 'paygate-payments';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import type { ExportLanguage } from '../exports/export-words.ts';
import { showInstant } from '../exports/show.ts';
import { writeTables } from '../exports/table-file.ts';
import { wordsIn } from '../exports/words-in.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction } from '../storage/database.ts';
import { getReport } from './get-report.ts';
import type { ReportInput } from './report-input.ts';
import { reportFacts, reportTables } from './report-tables.ts';
import { reportWords } from './report-words.ts';

export type ReportFile = {
  readonly fileName: string;
  readonly body: Buffer;
  readonly sha256: string;
};
type Form = { readonly format: ExportFormat; readonly language: ExportLanguage };

/**
 * A report as a file, of the moment at which it is asked for; who takes it away is written down
 * before. It is at most a thousand lines, so it needs no worker and is kept nowhere.
 * @throws TRPCError FORBIDDEN without both rights at one merchant, NOT_FOUND for what is not theirs.
 */
export async function exportReport(
  deps: Deps,
  person: Person,
  input: ReportInput,
  { format, language }: Form,
): Promise<ReportFile> {
  const memberships = person.memberships.filter(
    ({ rights }) => rights.includes('reports') && rights.includes('export'),
  );
  if (memberships.length === 0) throw new TRPCError({ code: 'FORBIDDEN', message: 'export' });
  const report = await getReport(deps, memberships, input);
  const words = reportWords[language];
  const file = wordsIn(language);
  const facts = reportFacts(report, input, person.name || person.email, {
    say: file.facts,
    words,
  });
  const tables = reportTables(report, input, words);
  const body = await writeTables({ format, tables, facts, words: file }, report.asOf);
  const sha256 = createHash('sha256').update(body).digest('hex');
  await inTransaction(deps.database.read, async (sql) => {
    const merchantIds = report.merchants.map(({ merchantId }) => merchantId);
    for (const merchantId of merchantIds.toSorted((a, b) => a - b)) {
      await recordAudit(sql, {
        merchantId,
        at: report.asOf,
        actorId: person.id,
        action: 'report-exported',
        subject: `report:${input.from}/${input.to}`,
        details: { unit: input.unit, day: input.day, format, sha256 },
      });
    }
  });
  return { fileName: nameOf(words.fileName, input, report.asOf, format), body, sha256 };
}

/** `report_2026-11-01_2026-11-21_as-of_2026-11-21_091205_Europe-Zurich.csv` */
function nameOf(name: string, { from, to }: ReportInput, asOf: number, format: ExportFormat) {
  const [date = '', time = ''] = showInstant(asOf).split(' ');
  const moment = `${date.split('.').reverse().join('-')}_${time.replaceAll(':', '')}`;
  const ending = format === 'xlsx' ? 'xlsx' : 'csv';
  return `${name}_${from}_${to}_as-of_${moment}_Europe-Zurich.${ending}`;
}
