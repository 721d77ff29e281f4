import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findConnection } from 'paygate-bff/src/connections/find-connection.ts';
import type { Deps } from 'paygate-bff/src/deps.ts';
import { readEnv } from 'paygate-bff/src/env.ts';
import { addUnknown } from 'paygate-bff/src/failure-model/many-payments.ts';
import { createClosers } from 'paygate-bff/src/house/closers.ts';
import { createLog } from 'paygate-bff/src/log.ts';
import { openHouse } from '../data/open-house.ts';
import type { Figure, Finding } from '../figure.ts';
import { whileTold } from './gateway-process.ts';
import { letComeDue, timePass, timeQuestions, weighPass } from './measure-pass.ts';

const COUNT = 10_000;
/** Long enough ago to ask, too recently to conclude anything from no change. */
const SENT_AGO_MS = 60_000;
const MOST_SECONDS = 5;
const MOST_GROWTH_MB = 2;

/** R1: every operation in doubt is asked about once, by one process, and what was answered is booked. */
export const r1: Figure = {
  id: 'R1',
  title: 'resolver',
  run: async () => {
    const log = createLog();
    const closers = createClosers(log);
    const dataDir = mkdtempSync(join(tmpdir(), 'desk-resolver-'));
    await closers.add('data', () => rmSync(dataDir, { recursive: true, force: true }));
    try {
      const { deps } = await openHouse(readEnv({ DATA_DIR: dataDir }), log, closers);
      return await measure(deps);
    } finally {
      await closers.closeAll();
    }
  },
};

async function measure(deps: Deps): Promise<readonly Finding[]> {
  const connection = await findConnection(deps, deps.database.read, { slug: 'demo' });
  const sentAt = deps.clock.now() - SENT_AGO_MS;
  await addUnknown(deps.database.export, connection?.id ?? '', COUNT, sentAt);
  const [few, many, pass, questions] = await whileTold(deps, 'nothing', async () => {
    await letComeDue(deps, COUNT / 10);
    const light = await weighPass(deps);
    await letComeDue(deps, COUNT);
    const heavy = await weighPass(deps);
    await letComeDue(deps, COUNT);
    return [light, heavy, await timePass(deps), await timeQuestions(deps, COUNT)] as const;
  });
  const executed = await whileTold(deps, 'executed', async () => {
    await letComeDue(deps, COUNT);
    return timePass(deps);
  });
  const ours = pass - questions;
  return [
    {
      of: '10,000 in doubt, one pass without the gateway’s time',
      measured: `${ours.toFixed(1)} s`,
      limit: `with it ${pass.toFixed(1)} s, the questions alone ${questions.toFixed(1)} s`,
      target: `≤ ${MOST_SECONDS} s`,
      met: ours <= MOST_SECONDS,
    },
    {
      of: 'most memory held in that pass',
      measured: `${many.toFixed(1)} MB`,
      limit: `with 1,000 in doubt ${few.toFixed(1)} MB`,
      target: `≤ ${MOST_GROWTH_MB} MB more`,
      met: many - few <= MOST_GROWTH_MB,
    },
    {
      of: '10,000 that all turn out executed, with facts and audit lines',
      measured: `${executed.toFixed(1)} s`,
      target: 'none',
      met: null,
    },
  ];
}
