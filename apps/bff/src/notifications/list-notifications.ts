import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import { listConnections } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { decodeKeyset, encodeKeyset, type Keyset } from '../keyset.ts';
import type { Membership, Person } from '../sessions/person.ts';
import { fieldError } from '../trpc.ts';
import {
  type NotificationQuery,
  type StoredNotification,
  selectInbox,
} from './notification-store.ts';
import type { NotificationFilter, NotificationView } from './notification-view.ts';
import { selectRejections } from './rejected-store.ts';

type Page = { readonly rows: NotificationView[]; readonly nextCursor: string | null };

/**
 * One page of what came to the callback doors of these merchants, authentic or not, newest first.
 * Every row is met exactly once by following `nextCursor`, whatever arrives meanwhile.
 * @throws TRPCError BAD_REQUEST for a cursor that is none, NOT_FOUND for a foreign connection.
 */
export async function listNotifications(
  deps: Deps,
  person: Person,
  memberships: readonly Membership[],
  filter: NotificationFilter,
): Promise<Page> {
  const sql = deps.database.read;
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const connections = await listConnections(deps, sql, merchantIds);
  const chosen = choose(connections, filter.connection);
  const { limit, state, view, kind } = filter;
  const search = filter.search === undefined || filter.search === '' ? null : filter.search;
  const query: NotificationQuery = {
    view,
    kind,
    merchantIds,
    connectionIds: chosen.map(({ id }) => id),
    state: state === undefined || state === 'rejected' ? null : state,
    search,
    after: filter.cursor == null ? null : readCursor(filter.cursor),
    limit: limit + 1,
  };
  // Of what was refused nothing was read, so a PayID finds none of it.
  const wantsRejected = search === null && (state === undefined || state === 'rejected');
  const [inbox, rejected] = await Promise.all([
    state === 'rejected' ? [] : selectInbox(sql, query),
    wantsRejected ? selectRejections(sql, query) : [],
  ]);
  const rows = [...inbox, ...rejected].sort(newestFirst);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    rows: page.map((row) => present(person, chosen, row)),
    nextCursor: last === undefined ? null : encodeKeyset(last),
  };
}

function choose(connections: readonly GatewayConnection[], slug: string | undefined) {
  if (slug === undefined) return connections;
  const found = connections.filter((known) => known.slug === slug);
  if (found.length === 0) throw new TRPCError({ code: 'NOT_FOUND' });
  return found;
}

function readCursor(cursor: string): Keyset {
  const keyset = decodeKeyset(cursor, z.uuid());
  if (keyset !== null) return keyset;
  throw fieldError('cursor', 'not-a-cursor-of-this-list');
}

/** As the database orders them: by time, and by id within one instant. */
function newestFirst(one: Keyset, other: Keyset): number {
  return other.at - one.at || (one.id < other.id ? 1 : -1);
}

function present(
  { memberships }: Person,
  connections: readonly GatewayConnection[],
  { merchantId, connectionId, ...row }: StoredNotification,
): NotificationView {
  const connection = connections.find(({ id }) => id === connectionId);
  const mayAct = memberships.some(
    (at) => at.merchantId === merchantId && at.rights.includes('connections'),
  );
  const mayForward =
    mayAct &&
    row.kind === 'notify' &&
    row.state !== 'rejected' &&
    row.forward?.state !== 'pending' &&
    connection?.forwardTo != null;
  return {
    ...row,
    connection: connection?.slug ?? '',
    connectionLabel: connection?.label ?? '',
    mayProcess: mayAct && row.state !== 'rejected',
    mayForward,
  };
}
