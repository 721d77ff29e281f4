import { TRPCError } from '@trpc/server';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import type { Asking } from './create-link.ts';
import type { LinkStanding } from './link.ts';
import { markWithdrawn } from './link-mark-store.ts';
import { lockLink, selectLink } from './link-store.ts';
import { ownLink } from './own-links.ts';

/**
 * Withdraws a link: from now on nobody can start to pay with it. A customer who is at the gateway at
 * this moment can still finish; such a payment counts, and the link then says paid. Withdrawing twice
 * is the same as once.
 * @throws TRPCError NOT_FOUND; field `linkId` when it is paid already.
 */
export async function withdrawLink(
  deps: Deps,
  { person, memberships }: Pick<Asking, 'person' | 'memberships'>,
  linkId: string,
): Promise<LinkStanding> {
  const { merchantId } = await ownLink(deps, memberships, linkId);
  await inTransaction(deps.database.money, async (sql) => {
    await lockLink(sql, merchantId, linkId);
    const now = deps.clock.now();
    const link = await selectLink(sql, [merchantId], linkId, now);
    if (link === null) throw new TRPCError({ code: 'NOT_FOUND', message: 'no-such-link' });
    if (link.state === 'paid') throw fieldError('linkId', 'paid-already');
    if (!(await markWithdrawn(sql, link, { at: now, by: person.id }))) return;
    await recordAudit(sql, {
      merchantId,
      at: now,
      actorId: person.id,
      action: 'link-withdrawn',
      subject: `link:${linkId}`,
      details: { whilePaying: link.busySince !== null },
    });
  });
  return ownLink(deps, memberships, linkId);
}
