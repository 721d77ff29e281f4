import type { ClaimWish } from '../storage/claim.ts';
import type { Sql } from '../storage/database.ts';

export type MailState = 'waiting' | 'sending' | 'sent' | 'failed' | 'unknown';

/** A mail as it waits to be sent. Instants ms UTC. */
export type Mail = {
  readonly id: string;
  readonly merchantId: number;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly attempts: number;
};

export type NewMail = Omit<Mail, 'attempts'> & {
  readonly linkId: string | null;
  readonly clientKey: string;
  readonly createdBy: string;
  readonly createdAt: number;
};

/** Adds a mail that is due at once; false when its key was used before. */
export async function insertMail(sql: Sql, mail: NewMail): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO mails (id, merchant_id, link_id, recipient, subject, body, client_key, state,
       due_at, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, 'waiting', $9, $8, $9)
     ON CONFLICT (merchant_id, client_key) DO NOTHING`,
    [
      mail.id,
      mail.merchantId,
      mail.linkId,
      mail.recipient,
      mail.subject,
      mail.body,
      mail.clientKey,
      mail.createdBy,
      new Date(mail.createdAt),
    ],
  );
  return rowCount === 1;
}

/** The mails about one link, newest first. */
export async function selectMails(
  sql: Sql,
  link: { readonly merchantId: number; readonly id: string },
): Promise<
  readonly {
    readonly id: string;
    readonly recipient: string;
    readonly state: MailState;
    readonly said: string | null;
    readonly created_at: Date;
    readonly sent_at: Date | null;
    readonly due_at: Date | null;
  }[]
> {
  const { rows } = await sql.query(
    `SELECT id, recipient, state, said, created_at, sent_at, due_at FROM mails
     WHERE merchant_id = $1 AND link_id = $2 ORDER BY created_at DESC, id DESC LIMIT 50`,
    [link.merchantId, link.id],
  );
  return rows;
}

type Row = {
  readonly id: string;
  readonly merchant_id: number;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly attempts: number;
};

/**
 * Claims waiting mails that are due: from here on they count as `sending`, so that a process that
 * dies meanwhile leaves no mail that is sent twice.
 */
export async function claimMails(
  sql: Sql,
  { now, wall, leaseMs, limit }: ClaimWish,
): Promise<readonly Mail[]> {
  const { rows } = await sql.query<Row>(
    `UPDATE mails m SET state = 'sending', attempts = attempts + 1, due_at = NULL, lease_until = $2
     FROM (SELECT merchant_id, id FROM mails WHERE due_at <= $1 AND state = 'waiting'
           ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED) due
     WHERE m.merchant_id = due.merchant_id AND m.id = due.id
     RETURNING m.id, m.merchant_id, m.recipient, m.subject, m.body, m.attempts`,
    [new Date(now), new Date(wall + leaseMs), limit],
  );
  return rows.map(({ merchant_id: merchantId, ...rest }) => ({ merchantId, ...rest }));
}

/** What was being sent when its process died: nobody knows whether it arrived. */
export async function giveUpLost(sql: Sql, wall: number): Promise<number> {
  const { rowCount } = await sql.query(
    `UPDATE mails SET state = 'unknown', lease_until = NULL, said = 'interrupted'
     WHERE state = 'sending' AND lease_until < $1`,
    [new Date(wall)],
  );
  return rowCount ?? 0;
}

/** Writes down how a mail ended, or when it is tried again (`dueAt`, ms UTC). */
export async function settleMail(
  sql: Sql,
  { merchantId, id }: Pick<Mail, 'merchantId' | 'id'>,
  {
    state,
    said,
    now,
    dueAt = null,
  }: {
    readonly state: Exclude<MailState, 'sending'>;
    readonly said: string | null;
    readonly now: number;
    readonly dueAt?: number | null;
  },
): Promise<void> {
  await sql.query(
    `UPDATE mails SET state = $3, said = $4, sent_at = $5, due_at = $6, lease_until = NULL
     WHERE merchant_id = $1 AND id = $2 AND state = 'sending'`,
    [
      merchantId,
      id,
      state,
      said,
      state === 'sent' ? new Date(now) : null,
      dueAt === null ? null : new Date(dueAt),
    ],
  );
}
