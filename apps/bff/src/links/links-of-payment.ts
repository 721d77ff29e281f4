import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { selectLapse } from './link-mark-store.ts';
import { selectLinksOfPayment } from './link-store.ts';
import { linkView, toLinkView } from './link-view.ts';

/**
 * `rest`: what lapsed and may be asked for again, in minor units, and the connection (slug) it lapsed
 * at; null when there is nothing.
 */
export const linksOfPaymentView = z.object({
  through: linkView.nullable(),
  again: z.array(linkView),
  rest: z
    .object({
      amount: z.int(),
      refNr: z.string().nullable(),
      orderDesc: z.string(),
      merchantId: z.int(),
      connection: z.string(),
    })
    .nullable(),
});

const STANDING = ['open', 'scanned', 'abandoned', 'paid'];

/**
 * The link a payment came through, the links that ask for its rest again, and what may be asked for.
 * @throws TRPCError NOT_FOUND
 */
export async function linksOfPayment(
  { clock, database }: Pick<Deps, 'clock' | 'database'>,
  memberships: readonly Membership[],
  paymentId: string,
): Promise<z.infer<typeof linksOfPaymentView>> {
  const sql = database.read;
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const lapse = await selectLapse(sql, merchantIds, paymentId);
  if (lapse === null) throw new TRPCError({ code: 'NOT_FOUND', message: 'no-such-payment' });
  const { through, again } = await selectLinksOfPayment(sql, lapse, clock.now());
  const { lapsed: amount, refNr, orderDesc, merchantId, connection } = lapse;
  // An attempt that came to nothing is its link's business: that one can be paid again.
  const attempt = through !== null && through.paidPaymentId !== paymentId;
  const asked = again.some(({ state }) => STANDING.includes(state));
  return {
    through: through && toLinkView(through),
    again: again.map(toLinkView),
    rest:
      amount > 0 && !asked && !attempt
        ? { amount, refNr, orderDesc, merchantId, connection }
        : null,
  };
}
