import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import type { Export } from './export.ts';
import { deleteChunks } from './export-chunk-store.ts';
import { removeExport, stopExport, tell } from './export-store.ts';
import { findExport } from './find-export.ts';

/** Stops a file that waits or is being made; what has ended already stays as it is. */
export async function stopOwnExport(deps: Deps, person: Person, exportId: string): Promise<void> {
  await change(deps, person, exportId, 'export-stopped', (sql, found) =>
    stopExport(sql, found, deps.clock.now()),
  );
}

/** Takes a file away before its days are over; one that is being made is to be stopped first. */
export async function removeOwnExport(deps: Deps, person: Person, exportId: string): Promise<void> {
  await change(deps, person, exportId, 'export-removed', async (sql, found) => {
    const removed = await removeExport(sql, found);
    if (removed) await deleteChunks(sql, found);
    return removed;
  });
}

async function change(
  { clock, database }: Deps,
  person: Person,
  exportId: string,
  action: string,
  work: (sql: Sql, found: Export) => Promise<boolean>,
): Promise<void> {
  const found = await findExport(database.read, person, exportId);
  await inTransaction(database.export, async (sql) => {
    if (!(await work(sql, found))) return;
    await tell(sql, found);
    await recordAudit(sql, {
      merchantId: found.merchantId,
      at: clock.now(),
      actorId: person.id,
      action,
      subject: `export:${found.id}`,
      details: {},
    });
  });
}
