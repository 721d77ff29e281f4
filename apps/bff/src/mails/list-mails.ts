import type { Deps } from '../deps.ts';
import { type MailState, selectMails } from './mail-store.ts';

type ListedMail = {
  readonly id: string;
  readonly recipient: string;
  readonly state: MailState;
  readonly said: string | null;
  readonly createdAt: number;
  readonly sentAt: number | null;
  readonly nextTryAt: number | null;
};

/** The mails about one link, newest first. Instants ms UTC. */
export async function listMails(
  { database }: Pick<Deps, 'database'>,
  link: { readonly merchantId: number; readonly id: string },
): Promise<ListedMail[]> {
  const mails = await selectMails(database.read, link);
  return mails.map(({ created_at, sent_at, due_at, ...mail }) => ({
    ...mail,
    createdAt: created_at.getTime(),
    sentAt: sent_at?.getTime() ?? null,
    nextTryAt: due_at?.getTime() ?? null,
  }));
}
