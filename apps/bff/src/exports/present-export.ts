import { listConnectionLabels } from '../connections/list-connection-names.ts';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import { describeScope } from './describe-scope.ts';
import type { Export } from './export.ts';
import type { ExportView } from './export-view.ts';
import { nameFile } from './name-file.ts';
import { timeLeft } from './time-left.ts';
import { wordsIn } from './words-in.ts';

/** A function that turns exports into what their author may know of them at `now` (ms UTC). */
export async function createExportPresenter(
  sql: Sql,
  { memberships }: Person,
  now: number,
): Promise<(made: Export) => ExportView> {
  const labels = new Map<string, string>();
  for (const { merchantId } of memberships) {
    const connections = await listConnectionLabels(sql, merchantId);
    for (const { label, slug } of connections) labels.set(slug, label);
  }
  const connectionLabel = (slug: string) => labels.get(slug) ?? slug;

  return (made) => {
    const { columns, format, language, scope } = made.definition;
    const merchant = memberships.find(({ merchantId }) => merchantId === made.merchantId);
    return {
      id: made.id,
      merchantId: made.merchantId,
      merchantName: merchant?.merchantName ?? '',
      state: made.state,
      failure: made.failure,
      createdAt: made.createdAt,
      scope: scope.kind,
      filter: made.facts?.filter ?? describeScope(scope, wordsIn(language), { connectionLabel }),
      language,
      format,
      columns,
      personal: made.personal,
      attempt: made.attempt,
      rowsDone: made.rowsDone,
      rowsTotal: made.rowsTotal,
      msLeft: timeLeft(made, now),
      asOf: made.asOf,
      figures: [...(made.facts?.figures ?? [])],
      bytes: made.bytes,
      sha256: made.sha256,
      expiresAt: made.expiresAt,
      fileName: made.state === 'ready' ? nameFile(made) : null,
    };
  };
}
