import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { getImport, ownImport } from './get-import.ts';
import type { ImportState } from './import.ts';
import type { ChangeImportInput } from './import-input.ts';
import { changeImport, changeRate } from './import-store.ts';
import type { ImportView } from './import-view.ts';
import type { Importing } from './read-list.ts';

/** From which states a person may bring an import into another one. */
const before: Readonly<Record<ChangeImportInput['state'], readonly ImportState[]>> = {
  running: ['paused'],
  paused: ['running'],
  stopped: ['running', 'paused'],
};
const actions = {
  running: 'import-resumed',
  paused: 'import-paused',
  stopped: 'import-stopped',
} as const;

/**
 * Pauses an import, lets it go on, stops it for good, or changes its pace. What it has brought in
 * stays. One that has ended, or is in that state already, is left as it is.
 * @throws TRPCError NOT_FOUND.
 */
export async function steerImport(
  deps: Deps,
  { person, memberships }: Importing,
  { importId, state, perSecond }: ChangeImportInput,
): Promise<ImportView> {
  const { clock, database } = deps;
  const found = await ownImport(deps, memberships, importId);
  await inTransaction(database.read, async (sql) => {
    const [wall, now] = [clock.wall(), clock.now()];
    const moved = await changeImport(sql, found, { from: before[state], to: state, wall, now });
    const paced = perSecond !== undefined && perSecond !== found.perSecond;
    if (paced) await changeRate(sql, found, perSecond);
    if (!moved && !paced) return;
    await recordAudit(sql, {
      merchantId: found.merchantId,
      at: now,
      actorId: person.id,
      action: moved ? actions[state] : 'import-paced',
      subject: `import:${found.id}`,
      details: paced ? { perSecond } : {},
    });
  });
  return getImport(deps, memberships, importId);
}
