import { checkSums } from './check-sums.ts';
import { type Filling, fillFolder } from './fill-folder.ts';
import { makeData } from './make-data.ts';
import { openHouse } from './open-house.ts';
import { timed } from './timed.ts';

/** Fills the folder `DATA_DIR`, or the empty database of `DATABASE_URL`, and proves the sums. */
export async function fillHouse(filling: Filling): Promise<void> {
  const { env, plan, log, closers, say } = filling;
  if (env.databaseUrl === null) return fillFolder(filling);
  const { deps, ownerUrl } = await openHouse(env, log, closers);
  const sums = await makeData(ownerUrl, plan, say);
  await timed(say, 'check against the product', () => checkSums(deps, sums));
}
