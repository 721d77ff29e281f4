import { type Keyset, keysetEdge } from '../keyset.ts';
import type { Sql } from '../storage/database.ts';
import type { LinkStanding, LinkState, PaymentLink } from './link.ts';
import { type LinkRow, toLink } from './link-row.ts';

/**
 * Links with what became of them by `$1` (business time): read from the payments of their attempts,
 * so that no second record of being paid could disagree. An attempt keeps the link busy until its
 * payment ended, or, should nobody ever tell, for as long as a notification may be late.
 */
const standing = `SELECT l.*, c.notify_delay_ms, users.name AS by_name, t.attempts::int AS attempts,
    t.busy_since, t.paid_times::int AS paid_times, t.paid_payment_id,
    CASE WHEN t.paid_times > 0 THEN 'paid' WHEN l.withdrawn_at IS NOT NULL THEN 'withdrawn'
      WHEN t.busy_since IS NOT NULL THEN 'scanned' WHEN l.valid_until <= $1 THEN 'expired'
      WHEN t.attempts > 0 THEN 'abandoned' WHEN l.opened > 0 THEN 'scanned' ELSE 'open' END AS state
  FROM payment_links l
  JOIN gateway_connections c ON c.merchant_id = l.merchant_id AND c.id = l.connection_id
  LEFT JOIN users ON users.id = l.created_by
  CROSS JOIN LATERAL (
    SELECT count(*) AS attempts, count(*) FILTER (WHERE p.authorized > 0) AS paid_times,
      (array_agg(p.id ORDER BY a.number) FILTER (WHERE p.authorized > 0))[1] AS paid_payment_id,
      max(a.started_at) FILTER (WHERE p.authorized = 0 AND (p.lifecycle IN ('processing', 'authorized')
        OR (p.lifecycle = 'awaiting'
            AND a.started_at > $1::timestamptz - c.notify_delay_ms * interval '1 millisecond'))) AS busy_since
    FROM link_attempts a JOIN payments p ON p.merchant_id = a.merchant_id AND p.id = a.payment_id
    WHERE a.merchant_id = l.merchant_id AND a.link_id = l.id) t`;

export type LinkQuery = {
  readonly merchantIds: readonly number[];
  readonly states: readonly LinkState[] | null;
  readonly search: string | null;
  readonly after: Keyset | null;
  readonly limit: number;
};

/** One page of links, newest first, by keyset. */
export async function selectLinks(
  sql: Sql,
  query: LinkQuery,
  now: number,
): Promise<LinkStanding[]> {
  const { merchantIds, states, search, after, limit } = query;
  const pattern = search === null ? null : `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql.query<LinkRow>(
    `SELECT * FROM (${standing}) link
     WHERE merchant_id = ANY($2) AND ($3::text[] IS NULL OR state = ANY($3))
       AND ($4::text IS NULL OR ref_nr ILIKE $4 OR order_desc ILIKE $4)
       AND ($5::timestamptz IS NULL OR (created_at, id) < ($5, $6))
     ORDER BY created_at DESC, id DESC LIMIT $7`,
    [new Date(now), merchantIds, states, pattern, ...keysetEdge(after), limit],
  );
  return rows.map(toLink);
}

/** One link, if one of these merchants has it. */
export async function selectLink(
  sql: Sql,
  merchantIds: readonly number[],
  id: string,
  now: number,
): Promise<LinkStanding | null> {
  const { rows } = await sql.query<LinkRow>(
    `${standing} WHERE l.merchant_id = ANY($2) AND l.id = $3`,
    [new Date(now), merchantIds, id],
  );
  return rows[0] === undefined ? null : toLink(rows[0]);
}

/** The link behind an address that a customer opened, with the name of who asks for the money. */
export async function selectLinkByToken(
  sql: Sql,
  token: string,
  now: number,
): Promise<(LinkStanding & { readonly merchantName: string }) | null> {
  const { rows } = await sql.query<LinkRow & { readonly merchant_name: string }>(
    `SELECT link.*, m.name AS merchant_name FROM (${standing} WHERE l.token = $2) link
     JOIN merchants m ON m.id = link.merchant_id`,
    [new Date(now), token],
  );
  return rows[0] === undefined ? null : { ...toLink(rows[0]), merchantName: rows[0].merchant_name };
}

/** The links whose attempts include this payment, and those that ask for its rest again. */
export async function selectLinksOfPayment(
  sql: Sql,
  payment: { readonly merchantId: number; readonly id: string },
  now: number,
): Promise<{ readonly through: LinkStanding | null; readonly again: LinkStanding[] }> {
  const { rows } = await sql.query<LinkRow>(
    `${standing} WHERE l.merchant_id = $2 AND (l.for_payment_id = $3 OR l.id IN
       (SELECT link_id FROM link_attempts WHERE merchant_id = $2 AND payment_id = $3))
     ORDER BY l.created_at, l.id`,
    [new Date(now), payment.merchantId, payment.id],
  );
  const links = rows.map(toLink);
  return {
    through: links.find(({ forPaymentId }) => forPaymentId !== payment.id) ?? null,
    again: links.filter(({ forPaymentId }) => forPaymentId === payment.id),
  };
}

/** The slug of the connection this person last made a link for; null before the first. */
export async function selectLastConnection(
  sql: Sql,
  merchantIds: readonly number[],
  personId: string,
): Promise<string | null> {
  const { rows } = await sql.query<{ slug: string }>(
    `SELECT c.slug FROM payment_links l
       JOIN gateway_connections c ON c.merchant_id = l.merchant_id AND c.id = l.connection_id
     WHERE l.merchant_id = ANY($1) AND l.created_by = $2 ORDER BY l.created_at DESC LIMIT 1`,
    [merchantIds, personId],
  );
  return rows[0]?.slug ?? null;
}

/** Locks a link until the transaction ends: starting an attempt, withdrawing and nothing else wait here. */
export async function lockLink(sql: Sql, merchantId: number, id: string): Promise<void> {
  await sql.query('SELECT 1 FROM payment_links WHERE merchant_id = $1 AND id = $2 FOR UPDATE', [
    merchantId,
    id,
  ]);
}

type NewLink = PaymentLink & {
  readonly clientKey: string;
  readonly clientRow: number;
  readonly requestHash: Buffer;
};

/** Adds a link; false when its key was used before. */
export async function insertLink(sql: Sql, link: NewLink): Promise<boolean> {
  const { rowCount } = await sql.query(
    `INSERT INTO payment_links (id, merchant_id, connection_id, token, origin, amount, ref_nr,
       order_desc, language, capture, capture_hours, user_data, plain, custom, valid_until,
       for_payment_id, client_key, client_row, request_hash, created_by, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
       $20, $21)
     ON CONFLICT (merchant_id, client_key, client_row) DO NOTHING`,
    [
      link.id,
      link.merchantId,
      link.connectionId,
      link.token,
      link.origin,
      link.amount,
      link.refNr,
      link.orderDesc,
      link.language,
      link.capture,
      link.captureHours,
      link.userData,
      link.plain,
      link.custom,
      new Date(link.validUntil),
      link.forPaymentId,
      link.clientKey,
      link.clientRow,
      link.requestHash,
      link.createdBy,
      new Date(link.createdAt),
    ],
  );
  return rowCount === 1;
}
