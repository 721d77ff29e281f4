import type { Deps } from '../deps.ts';
import { type ShopKey, selectKeys } from './key-store.ts';
import { type Asking, ownConnection } from './own-connection.ts';
import type { ShopApiView } from './shop-api-view.ts';
import { type ShownEvent, selectEvents } from './shop-event-store.ts';
import { selectWebhook } from './webhook-store.ts';

const EVENTS_SHOWN = 50;

/** What there is of the Shop API of a connection. @throws TRPCError NOT_FOUND */
export async function getShopApi(
  deps: Deps,
  { memberships, origin }: Pick<Asking, 'memberships'> & { readonly origin: string },
  connectionId: string,
): Promise<ShopApiView> {
  const { id, label, merchantId } = await ownConnection(deps, { memberships }, connectionId);
  const sql = deps.database.read;
  const now = deps.clock.now();
  const owner = { merchantId, connectionId };
  const [keys, webhook, events] = await Promise.all([
    selectKeys(sql, owner),
    selectWebhook(sql, owner),
    selectEvents(sql, owner, EVENTS_SHOWN),
  ]);
  const olderUntil = webhook?.olderUntil ?? null;
  return {
    connection: { id, label },
    baseUrl: `${origin}/api/v1`,
    keys: keys.map((key) => toKeyView(key, now)),
    webhook: {
      address: webhook?.address ?? null,
      secretSetAt: webhook?.secretSetAt ?? null,
      olderUntil: olderUntil !== null && olderUntil > now ? olderUntil : null,
    },
    events: events.map(toEventView),
  };
}

/** Shows a key to an admin at `now` (ms UTC). */
export function toKeyView(key: ShopKey, now: number): ShopApiView['keys'][number] {
  const { id, name, prefix, rights, createdAt, expiresAt, revokedAt, lastUsedAt } = key;
  const state = stateOf(key, now);
  return {
    id,
    name,
    prefix,
    rights: [...rights],
    state,
    createdAt,
    expiresAt,
    revokedAt,
    lastUsedAt,
  };
}

function stateOf({ revokedAt, expiresAt }: ShopKey, now: number) {
  if (revokedAt !== null) return 'revoked';
  if (expiresAt === null) return 'valid';
  return expiresAt > now ? 'ending' : 'expired';
}

function toEventView(event: ShownEvent): ShopApiView['events'][number] {
  return {
    ...event,
    createdAt: event.createdAt.getTime(),
    nextAt: event.nextAt?.getTime() ?? null,
    lastAt: event.lastAt?.getTime() ?? null,
  };
}
