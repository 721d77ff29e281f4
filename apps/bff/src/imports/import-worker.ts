import { setTimeout as delay } from 'node:timers/promises';
import { recordAudit } from '../audit/record-audit.ts';
import { readConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { startWorkLoop, type WorkLoop } from '../live/work-loop.ts';
import { inTransaction } from '../storage/database.ts';
import { askLine } from './ask-line.ts';
import { claimImport, letGo, markDone, markReached, nextLine } from './due-import-store.ts';
import type { ImportClaim } from './import.ts';
import { countLines } from './import-store.ts';

/** Besides two questions to the gateway. */
const LEASE_MS = 10_000;
const UNREACHABLE_MS = 15_000;

/** Asks about imported lists, one at a time per connection. Any number of processes may run it. */
export function startImportWorker(deps: Deps): WorkLoop {
  const closing = new AbortController();
  const running = new Set<Promise<void>>();
  const loop = startWorkLoop(deps, {
    name: 'history imports',
    wakes: () => false,
    work: async () => {
      const claimed = await claimNext(deps);
      if (claimed === null) return false;
      const run = runImport(deps, claimed, closing.signal)
        .catch((error: unknown) => {
          deps.log.error({ err: error, import: claimed.id }, 'import left to its lease');
        })
        .finally(() => running.delete(run));
      running.add(run);
      return true;
    },
  });
  return {
    stop: async () => {
      closing.abort();
      await loop.stop();
      await Promise.all(running);
    },
  };
}

/** The next import that waits for somebody, or null. */
export function claimNext({ clock, database, env }: Deps): Promise<ImportClaim | null> {
  const leaseMs = 2 * env.gatewayTimeoutMs + LEASE_MS;
  return claimImport(database.read, { wall: clock.wall(), leaseMs });
}

/**
 * Asks about one line after the other at the import's pace, until none waits, somebody pauses it, or
 * the gateway cannot be reached; then it is due again a little later. A process that ends, however it
 * ends, leaves every line with its answer or still waiting.
 */
export async function runImport(
  deps: Deps,
  claim: ImportClaim,
  closing: AbortSignal,
): Promise<void> {
  const { clock, database, env } = deps;
  const connection = await readConnection(deps, database.read, claim.connectionId);
  while (!closing.aborted) {
    const begun = clock.wall();
    const next = await nextLine(database.read, claim, begun + 2 * env.gatewayTimeoutMs + LEASE_MS);
    if (!next.held) return;
    if (next.line === null) return finish(deps, claim);
    const said = await askLine(deps, connection, claim, next.line);
    if (said === 'unreachable') {
      const dueAt = clock.wall() + UNREACHABLE_MS;
      return letGo(database.read, claim, { dueAt, unreachableSince: clock.now() });
    }
    await markReached(database.read, claim);
    const rest = begun + 1000 / next.perSecond - clock.wall();
    // An end of the house ends the pause too.
    await delay(Math.max(0, rest), undefined, { signal: closing }).catch(() => undefined);
  }
  await letGo(database.read, claim, { dueAt: clock.wall(), unreachableSince: null });
}

async function finish({ clock, database }: Deps, claim: ImportClaim): Promise<void> {
  await inTransaction(database.read, async (sql) => {
    if (!(await markDone(sql, claim, clock.now()))) return;
    const counts = await countLines(sql, [claim]);
    await recordAudit(sql, {
      merchantId: claim.merchantId,
      at: clock.now(),
      actorId: null,
      action: 'import-finished',
      subject: `import:${claim.id}`,
      details: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
    });
  });
}
