import { createHash, randomBytes, randomUUIDv7 } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { recordAudit } from '../audit/record-audit.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import type { Membership, Person } from '../sessions/person.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { checkWish } from './check-wish.ts';
import type { LinkStanding } from './link.ts';
import type { CreateLinkInput, LinkWish } from './link-input.ts';
import { selectByKey, selectLapse, tellLink } from './link-mark-store.ts';
import { insertLink, selectLinksOfPayment } from './link-store.ts';
import { ownConnection, ownLink } from './own-links.ts';

export type Asking = {
  readonly person: Person;
  /** Where this person may make links. */
  readonly memberships: readonly Membership[];
  readonly origin: string;
};

/**
 * Makes a payment link. Nothing is asked of the gateway before a customer says so. The same key with
 * the same wish gives back the same link.
 * @throws TRPCError with the field; Refused `key-reused`, `amount-too-low`.
 */
export async function createLink(
  deps: Deps,
  asking: Asking,
  { key, ...wish }: CreateLinkInput,
): Promise<LinkStanding> {
  const connection = await ownConnection(deps, asking.memberships, wish.connection);
  checkWish(deps, connection, wish, { origin: asking.origin, now: deps.clock.now() });
  const id = await inTransaction(deps.database.money, async (sql) => {
    await checkRest(sql, deps, connection, wish);
    return addLink(deps, sql, asking, connection, wish, { key, row: 0 });
  });
  return ownLink(deps, asking.memberships, id);
}

/** Adds one link and its audit line inside the caller's transaction; answers its id. */
export async function addLink(
  { clock }: Pick<Deps, 'clock'>,
  sql: Sql,
  { person, origin }: Asking,
  { id: connectionId, merchantId }: GatewayConnection,
  wish: LinkWish,
  { key, row }: { readonly key: string; readonly row: number },
): Promise<string> {
  const id = randomUUIDv7();
  const now = clock.now();
  const requestHash = createHash('sha256')
    .update(JSON.stringify([person.id, origin, wish]))
    .digest();
  const { amount, orderDesc, language, capture, validUntil } = wish;
  const isNew = await insertLink(sql, {
    id,
    merchantId,
    connectionId,
    token: randomBytes(16).toString('base64url'),
    origin,
    amount,
    refNr: wish.refNr ?? null,
    orderDesc,
    language,
    capture,
    captureHours: capture === 'after' ? (wish.captureHours ?? null) : null,
    userData: wish.userData ?? null,
    plain: wish.plain ?? null,
    custom: wish.custom ?? null,
    validUntil,
    forPaymentId: wish.forPaymentId ?? null,
    createdBy: person.id,
    createdAt: now,
    clientKey: key,
    clientRow: row,
    requestHash,
  });
  if (!isNew) {
    const known = (await selectByKey(sql, merchantId, key))[row];
    if (known?.requestHash.equals(requestHash) !== true) throw new Refused('key-reused');
    return known.id;
  }
  await tellLink(sql, { merchantId, id });
  await recordAudit(sql, {
    merchantId,
    at: now,
    actorId: person.id,
    action: 'link-created',
    subject: `link:${id}`,
    details: {
      amount,
      refNr: wish.refNr ?? null,
      validUntil,
      capture,
      forPaymentId: wish.forPaymentId,
    },
  });
  return id;
}

/** What lapsed may be asked for again, once at a time and never more than lapsed. */
async function checkRest(
  sql: Sql,
  { clock }: Pick<Deps, 'clock'>,
  { merchantId }: GatewayConnection,
  { forPaymentId, amount }: LinkWish,
): Promise<void> {
  if (forPaymentId == null) return;
  const lapse = await selectLapse(sql, [merchantId], forPaymentId);
  if (lapse === null) throw new TRPCError({ code: 'NOT_FOUND', message: 'no-such-payment' });
  if (lapse.lapsed === 0) throw fieldError('forPaymentId', 'nothing-lapsed');
  if (amount > lapse.lapsed) throw new Refused('amount-too-high', { max: lapse.lapsed });
  const { again } = await selectLinksOfPayment(sql, lapse, clock.now());
  const standing = again.some(({ state }) =>
    ['open', 'scanned', 'abandoned', 'paid'].includes(state),
  );
  if (standing) throw fieldError('forPaymentId', 'asked-already');
}
