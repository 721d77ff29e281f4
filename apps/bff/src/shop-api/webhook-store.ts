import type { Sql } from '../storage/database.ts';

/** Where the events of a connection go, and the sealed secrets that sign them. Instants ms UTC. */
export type Webhook = {
  readonly merchantId: number;
  readonly connectionId: string;
  readonly address: string | null;
  readonly secret: Buffer | null;
  readonly secretSetAt: number | null;
  readonly olderSecret: Buffer | null;
  readonly olderUntil: number | null;
};

type WebhookKey = Pick<Webhook, 'merchantId' | 'connectionId'>;
type Stored = Omit<Webhook, 'secretSetAt' | 'olderUntil'> & {
  readonly secretSetAt: Date | null;
  readonly olderUntil: Date | null;
};

/** The webhook of a connection; null while nobody set one up. */
export async function selectWebhook(
  sql: Sql,
  { merchantId, connectionId }: WebhookKey,
): Promise<Webhook | null> {
  const { rows } = await sql.query<Stored>(
    `SELECT merchant_id AS "merchantId", connection_id AS "connectionId", address, secret,
       secret_set_at AS "secretSetAt", older_secret AS "olderSecret", older_until AS "olderUntil"
     FROM shop_webhooks WHERE merchant_id = $1 AND connection_id = $2`,
    [merchantId, connectionId],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const secretSetAt = row.secretSetAt?.getTime() ?? null;
  return { ...row, secretSetAt, olderUntil: row.olderUntil?.getTime() ?? null };
}

/** Makes the row of a connection's webhook where it is missing, and locks it. */
export async function lockWebhook(sql: Sql, key: WebhookKey): Promise<Webhook> {
  const { merchantId, connectionId } = key;
  await sql.query(
    `INSERT INTO shop_webhooks (merchant_id, connection_id) VALUES ($1, $2)
     ON CONFLICT (merchant_id, connection_id) DO UPDATE SET connection_id = EXCLUDED.connection_id`,
    [merchantId, connectionId],
  );
  const webhook = await selectWebhook(sql, key);
  if (webhook === null) throw new Error(`webhook of ${connectionId} vanished under its lock`);
  return webhook;
}

/** Writes over a locked row. */
export async function updateWebhook(sql: Sql, webhook: Webhook): Promise<void> {
  await sql.query(
    `UPDATE shop_webhooks SET address = $3, secret = $4, secret_set_at = $5, older_secret = $6,
       older_until = $7
     WHERE merchant_id = $1 AND connection_id = $2`,
    [
      webhook.merchantId,
      webhook.connectionId,
      webhook.address,
      webhook.secret,
      toDate(webhook.secretSetAt),
      webhook.olderSecret,
      toDate(webhook.olderUntil),
    ],
  );
}

function toDate(at: number | null): Date | null {
  return at === null ? null : new Date(at);
}
