import type { Sql } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';
import type { PaymentLink } from './link.ts';

type LinkKey = Pick<PaymentLink, 'merchantId' | 'id'>;

/** What was made with this key before, in the order of its rows. */
export async function selectByKey(
  sql: Sql,
  merchantId: number,
  clientKey: string,
): Promise<readonly { readonly id: string; readonly requestHash: Buffer }[]> {
  const { rows } = await sql.query<{ id: string; request_hash: Buffer }>(
    `SELECT id, request_hash FROM payment_links WHERE merchant_id = $1 AND client_key = $2
     ORDER BY client_row`,
    [merchantId, clientKey],
  );
  return rows.map(({ id, request_hash }) => ({ id, requestHash: request_hash }));
}

/** Counts that a customer looked at a link, and tells the desks. */
export async function markOpened(sql: Sql, link: LinkKey, at: number): Promise<void> {
  await sql.query(
    `UPDATE payment_links SET opened = opened + 1, opened_at = $3
     WHERE merchant_id = $1 AND id = $2`,
    [link.merchantId, link.id, new Date(at)],
  );
  await tellLink(sql, link);
}

/** Withdraws a link; false when it was withdrawn already. */
export async function markWithdrawn(
  sql: Sql,
  link: LinkKey,
  { at, by }: { readonly at: number; readonly by: string },
): Promise<boolean> {
  const { rowCount } = await sql.query(
    `UPDATE payment_links SET withdrawn_at = $3, withdrawn_by = $4
     WHERE merchant_id = $1 AND id = $2 AND withdrawn_at IS NULL`,
    [link.merchantId, link.id, new Date(at), by],
  );
  await tellLink(sql, link);
  return rowCount === 1;
}

/** A hint for screens at commit; never the truth. */
export function tellLink(sql: Sql, { merchantId, id }: LinkKey): Promise<void> {
  return tellLive(sql, { type: 'link', merchantId, linkId: id });
}

/** Whether the payment lapsed, by how much (minor units), and what it was about. */
export async function selectLapse(
  sql: Sql,
  merchantIds: readonly number[],
  paymentId: string,
): Promise<Lapse | null> {
  const { rows } = await sql.query<Lapse>(
    `SELECT p.merchant_id AS "merchantId", p.id, p.connection_id AS "connectionId", c.slug AS connection,
       p.ref_nr AS "refNr", p.order_desc AS "orderDesc",
       CASE WHEN p.authorized = 0 AND p.lifecycle IN ('failed', 'expired') THEN p.requested_amount
         ELSE coalesce((SELECT sum((e.body ->> 'amount')::bigint) FROM payment_events e
           WHERE e.merchant_id = p.merchant_id AND e.payment_id = p.id AND e.type = 'lapsed'), 0)::bigint
       END AS lapsed
     FROM payments p
       JOIN gateway_connections c ON c.merchant_id = p.merchant_id AND c.id = p.connection_id
     WHERE p.merchant_id = ANY($1) AND p.id = $2`,
    [merchantIds, paymentId],
  );
  return rows[0] ?? null;
}

export type Lapse = {
  readonly merchantId: number;
  readonly id: string;
  readonly connectionId: string;
  /** Its slug. */
  readonly connection: string;
  readonly refNr: string | null;
  readonly orderDesc: string;
  /** Minor units that were authorized or asked for and never came; 0: nothing lapsed. */
  readonly lapsed: number;
};
