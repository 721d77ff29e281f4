import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { queueMail } from '../mails/queue-mail.ts';
import { inTransaction } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import type { Asking } from './create-link.ts';
import { customerMoney, customerTime } from './customer-format.ts';
import { getLink } from './get-link.ts';
import { linkUrl } from './link.ts';
import type { SendLinkMailInput } from './link-input.ts';
import { linkMailWords } from './link-mail-words.ts';
import { tellLink } from './link-mark-store.ts';
import type { LinkDetailView } from './link-view.ts';
import { ownLink } from './own-links.ts';

/**
 * Books the mail that takes a link to its customer; a worker sends it once. The same key books it once.
 * @throws TRPCError with the field: `mail` when no server is configured, `linkId` when the link cannot
 * be paid anymore.
 */
export async function sendLinkMail(
  deps: Deps,
  { person, memberships }: Pick<Asking, 'person' | 'memberships'>,
  { linkId, recipient, note, key }: SendLinkMailInput,
): Promise<LinkDetailView> {
  if (deps.env.smtp === null) throw fieldError('mail', 'not-configured');
  const link = await ownLink(deps, memberships, linkId);
  if (!['open', 'scanned', 'abandoned'].includes(link.state)) throw fieldError('linkId', 'over');
  const { merchantId, language, amount, refNr, orderDesc, validUntil } = link;
  const merchant =
    memberships.find((membership) => membership.merchantId === merchantId)?.merchantName ?? '';
  const words = linkMailWords[language];
  const order = refNr === null ? orderDesc : `${orderDesc} (${refNr})`;
  const facts = {
    merchant,
    amount: customerMoney(amount),
    order,
    until: customerTime(validUntil),
    url: linkUrl(link),
    note: note === undefined || note === '' ? '' : `${note}\n\n`,
  };
  await inTransaction(deps.database.read, async (sql) => {
    const now = deps.clock.now();
    const isNew = await queueMail(sql, {
      merchantId,
      linkId,
      recipient,
      subject: words.subject(merchant, refNr ?? orderDesc),
      body: words.body(facts),
      clientKey: key,
      createdBy: person.id,
      createdAt: now,
    });
    if (!isNew) return;
    await tellLink(sql, link);
    // Whom a link was sent to is personal; that it was sent is not.
    await recordAudit(sql, {
      merchantId,
      at: now,
      actorId: person.id,
      action: 'link-mailed',
      subject: `link:${linkId}`,
      details: {},
    });
  });
  return getLink(deps, memberships, linkId);
}
