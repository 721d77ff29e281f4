import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { findConnection } from 'paygate-bff/src/connections/find-connection.ts';
import type { Deps } from 'paygate-bff/src/deps.ts';
import { inquireUnrecorded } from 'paygate-bff/src/gateway/inquire-gateway.ts';
import { resolveDueOperations } from 'paygate-bff/src/payments/resolver.ts';

const MB = 1024 * 1024;
const AT_ONCE = 10;

/** Lets `count` of the operations in doubt come due, the others tomorrow. */
export async function letComeDue({ database, clock }: Deps, count: number): Promise<void> {
  await database.export.query(
    `UPDATE operations SET due_at = CASE WHEN n <= $1 THEN sent_at ELSE $2 END
     FROM (SELECT id, row_number() OVER () AS n FROM operations) numbered
     WHERE numbered.id = operations.id`,
    [count, new Date(clock.now() + 86_400_000)],
  );
}

/** Seconds until nothing is due any more. */
export async function timePass(deps: Deps): Promise<number> {
  const started = performance.now();
  while (await resolveDueOperations(deps));
  return (performance.now() - started) / 1000;
}

/** Seconds for the same questions to the same gateway by the same client, and nothing else. */
export async function timeQuestions(deps: Deps, count: number): Promise<number> {
  const connection = await findConnection(deps, deps.database.read, { slug: 'demo' });
  if (connection === null) throw new Error('no connection');
  let left = count;
  const started = performance.now();
  const ask = async () => {
    while (left > 0) {
      const payId = (left--).toString(16).padStart(32, '0');
      const { outcome } = await inquireUnrecorded(deps, connection, { payId, transId: 'U-1' });
      if (outcome.kind !== 'amounts') throw new Error(`the gateway is ${outcome.kind}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return (performance.now() - started) / 1000;
}

/** The most memory in use (MB) at the end of any round, beyond that of before; garbage is no use. */
export async function weighPass(deps: Deps): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const used = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / MB;
  };
  const before = used();
  let most = before;
  while (await resolveDueOperations(deps)) most = Math.max(most, used());
  return most - before;
}
