import type { Deps } from '../deps.ts';
import { createImport } from '../imports/create-import.ts';
import { claimNext, runImport } from '../imports/import-worker.ts';
import { keepUpload } from '../uploads/keep-upload.ts';
import { demoKey } from './demo-key.ts';
import type { DemoStep } from './demo-plan.ts';
import { hasImports } from './demo-store.ts';
import type { Stage } from './play-step.ts';

/** Not a payment of anybody: what a list copied by hand looks like. */
const FAULTY = [';web-10005;31.02.2026', 'A1B2C3;web-10006;', ';web-10007;'];

/**
 * The manager imports what was paid before Desk: a list with the payments nobody here heard of, one
 * that is here, one line twice and some with faults. Done before, it is left alone.
 */
export async function importHistory(
  { deps, simulator, staff }: Stage,
  steps: readonly DemoStep[],
): Promise<void> {
  const { clock, database } = deps;
  if (await hasImports(database.read)) return;
  const unheard = steps.filter(
    ({ act, payment }) => act.kind === 'pay' && payment.story.born === 'unheard',
  );
  const here = steps.find(
    ({ payment }) => payment.story.born === 'approved' && payment.slug === 'demo',
  );
  if (unheard.length === 0 || here === undefined) return;
  const rows: string[] = [];
  for (const { at, payment } of unheard) {
    const day = new Date(at).toISOString().slice(0, 10);
    rows.push(`${await simulator.payIdOf(payment.transId)};${payment.transId};${day}`);
  }
  const known = `${await simulator.payIdOf(here.payment.transId)};${here.payment.transId};`;
  const text = ['PayID;TransID;Date', ...rows, known, rows[0], ...FAULTY].join('\r\n');
  const { uploadId } = await keepUpload(deps, staff.manager, {
    merchantId: 1,
    name: 'old-shop-2026.csv',
    body: Buffer.from(text),
  });
  const importing = { person: staff.manager, memberships: staff.manager.memberships };
  await createImport(deps, importing, {
    connection: 'demo',
    uploadId,
    authorizedFrom: new Date(clock.now() - 200 * 86_400_000).toISOString().slice(0, 10),
    perSecond: 20,
    key: demoKey('demo', 'history-import', 0),
  });
  await workOff(deps);
}

/** Unless a worker was faster. */
async function workOff(deps: Deps): Promise<void> {
  const claimed = await claimNext(deps);
  if (claimed !== null) await runImport(deps, claimed, new AbortController().signal);
}
