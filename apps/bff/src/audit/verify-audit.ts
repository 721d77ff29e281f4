import type { Deps } from '../deps.ts';
import { StartError } from '../start-error.ts';
import { inTransaction } from '../storage/database.ts';
import { type ChainHead, freezeView, hasChain, listHeads, streamLines } from './audit-store.ts';
import type { ChainReport } from './check-chain.ts';
import { checkLog } from './check-log.ts';

/**
 * Computes the whole audit log anew, as it is at this moment, in constant memory. `anchors` is what
 * was written down elsewhere earlier, `merchantIds` limits it to some merchants. Throws a StartError on a database from before the chain.
 */
export async function verifyAudit(
  { database }: Pick<Deps, 'database'>,
  anchors: readonly ChainHead[] = [],
  merchantIds: readonly number[] | null = null,
): Promise<readonly ChainReport[]> {
  return inTransaction(database.read, async (sql) => {
    await freezeView(sql);
    if (!(await hasChain(sql))) {
      throw new StartError(
        'This database has no chained audit log yet. Start Paygate Desk on it once.',
      );
    }
    return checkLog(streamLines(sql, merchantIds), await listHeads(sql, merchantIds), anchors);
  });
}
