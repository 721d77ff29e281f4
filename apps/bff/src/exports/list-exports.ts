import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { selectExports } from './export-store.ts';
import type { ExportView } from './export-view.ts';
import { exportMerchants } from './find-export.ts';
import { createExportPresenter } from './present-export.ts';

/** The person's own exports, newest first. What others exported is in the audit log. */
export async function listExports(
  { clock, database }: Deps,
  person: Person,
): Promise<ExportView[]> {
  const sql = database.read;
  const made = await selectExports(sql, person.id, exportMerchants(person));
  const present = await createExportPresenter(sql, person, clock.now());
  return made.map(present);
}
