import { isDeepStrictEqual } from 'node:util';
import { safeLayout } from 'paygate-core/batch';
import { recordAudit } from '../audit/record-audit.ts';
import { listConnections } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import type { BatchSettings } from './batch-file.ts';
import type { BatchSettingsInput } from './batch-input.ts';
import { selectSettings, upsertSettings } from './batch-settings-store.ts';
import type { SettingsView } from './batch-view.ts';

/** What holds until an admin says otherwise: the reading that cannot do harm. */
const usual: BatchSettings = {
  ...safeLayout,
  groupMerchantId: null,
  nameOrder: 'back-office',
  reversals: 'unconfirmed',
  answerHours: 24,
};

/** A connection together with how its batch manager wants files. */
export type BatchConnection = {
  readonly connection: GatewayConnection;
  readonly settings: BatchSettings;
};

/** Every connection of these merchants with its settings. */
export async function listBatchConnections(
  deps: Pick<Deps, 'secrets'>,
  sql: Sql,
  merchantIds: readonly number[],
): Promise<readonly BatchConnection[]> {
  const connections = await listConnections(deps, sql, merchantIds);
  const known = await selectSettings(sql, merchantIds);
  return connections.map((connection) => ({
    connection,
    settings: known.get(connection.id) ?? usual,
  }));
}

/** @throws TRPCError with the field `connection`, for another merchant's just as for none. */
export async function ownBatchConnection(
  deps: Pick<Deps, 'secrets'>,
  sql: Sql,
  memberships: readonly Membership[],
  slug: string,
): Promise<BatchConnection> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const all = await listBatchConnections(deps, sql, merchantIds);
  const found = all.find(({ connection }) => connection.slug === slug);
  if (found === undefined) throw fieldError('connection', 'no-such-connection');
  return found;
}

/** What staff and admins see of it. */
export function toSettingsView({ connection, settings }: BatchConnection): SettingsView {
  const { slug, label, gatewayMerchantId } = connection;
  return { connection: slug, label, gatewayMerchantId, ...settings };
}

/** Saves how a connection's batch manager wants its files; files that exist stay as they are. */
export async function saveSettings(
  deps: Deps,
  { memberships, person }: { memberships: readonly Membership[]; person: { readonly id: string } },
  { connection: slug, ...settings }: BatchSettingsInput,
): Promise<SettingsView> {
  const sql = deps.database.read;
  const before = await ownBatchConnection(deps, sql, memberships, slug);
  const { id, merchantId } = before.connection;
  const now = deps.clock.now();
  if (!isDeepStrictEqual(before.settings, settings)) {
    await inTransaction(sql, async (tx) => {
      await upsertSettings(tx, { merchantId, connectionId: id }, settings, now);
      await recordAudit(tx, {
        merchantId,
        at: now,
        actorId: person.id,
        action: 'batch-settings-changed',
        subject: `connection:${id}`,
        details: { from: before.settings, to: settings },
      });
    });
  }
  return toSettingsView({ connection: before.connection, settings });
}
