import type { Deps } from '../deps.ts';
import { listMails } from '../mails/list-mails.ts';
import type { Membership } from '../sessions/person.ts';
import { type LinkDetailView, toLinkView } from './link-view.ts';
import { ownLink } from './own-links.ts';

/** A link with the mails that carried it. @throws TRPCError NOT_FOUND */
export async function getLink(
  deps: Pick<Deps, 'clock' | 'database' | 'env'>,
  memberships: readonly Membership[],
  linkId: string,
): Promise<LinkDetailView> {
  const link = await ownLink(deps, memberships, linkId);
  const mails = await listMails(deps, link);
  return { ...toLinkView(link), mails, mailConfigured: deps.env.smtp !== null };
}
