import { randomUUIDv7 } from 'node:crypto';
import { type AuditEntry, recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import type { Sql } from '../storage/database.ts';
import { type ConnectionRow, nothingChecked } from './connection-row.ts';
import { insertConnection, selectConnection, updateConnection } from './connection-store.ts';
import { refundWindows } from './connection-view.ts';
import { usualWindows } from './create-connection.ts';
import { keyPurpose } from './open-connection.ts';

/** Public on purpose: the simulator's merchants have the same. */
const CIPHER_KEY = 'bf-demo-key-0001';
const MAC_KEY = 'hmac-demo-key-0123456789abcdef01';

type DemoConnection = Pick<
  ConnectionRow,
  'slug' | 'label' | 'gatewayMerchantId' | 'mode' | 'refundWindowMs' | 'severalCaptures'
> & { readonly owner: 'demo' | 'other' };

const { production, test } = refundWindows;
const connections: readonly DemoConnection[] = [
  demo('demo', 'Webshop', 'desk_demo', 'deferred', production, 'yes'),
  demo('demo-sale', 'Laden', 'desk_demo_sale', 'sale', production, 'unconfirmed'),
  demo('demo-test', 'Testshop', 'desk_demo_test', 'deferred', test, 'unconfirmed'),
  { ...demo('other', 'Seeladen', 'desk_other', 'deferred', production, 'yes'), owner: 'other' },
];

/**
 * Makes the demo connections where they are missing, and points those that are there at the gateway
 * of this start.
 */
export async function ensureDemoConnections(
  { clock, env, secrets }: Deps,
  sql: Sql,
  merchants: { readonly demo: number; readonly other: number },
): Promise<void> {
  const now = clock.wall();
  const changes: AuditEntry[] = [];
  const note = (merchantId: number, id: string, action: string, details: AuditEntry['details']) =>
    changes.push({
      merchantId,
      at: now,
      actorId: null,
      action,
      subject: `connection:${id}`,
      details,
    });
  for (const { owner, ...wanted } of connections) {
    const found = await selectConnection(sql, { slug: wanted.slug });
    if (found !== null) {
      if (found.baseUrl === env.gatewayUrl) continue;
      const { version } = found;
      const baseUrl = env.gatewayUrl;
      await updateConnection(sql, { ...found, baseUrl, version: version + 1, updatedAt: now });
      const { merchantId, baseUrl: from } = found;
      note(merchantId, found.id, 'connection-changed', { baseUrl: { from, to: baseUrl } });
      continue;
    }
    const id = randomUUIDv7();
    await insertConnection(sql, {
      ...usualWindows,
      ...wanted,
      id,
      merchantId: merchants[owner],
      brand: 'custom',
      baseUrl: env.gatewayUrl,
      cipherKind: 'blowfish',
      cipherKey: secrets.seal(keyPurpose.cipher(id), CIPHER_KEY),
      macKey: secrets.seal(keyPurpose.mac(id), MAC_KEY),
      minimum: 100,
      partialReversal: 'unconfirmed',
      inquiryShowsReversals: 'unconfirmed',
      forwardTo: null,
      linkPage: 'twint',
      captureParameter: 'no',
      checklist: nothingChecked,
      keysSetAt: now,
      version: 1,
      createdAt: now,
      updatedAt: now,
    });
    note(merchants[owner], id, 'connection-created', { ...wanted, baseUrl: env.gatewayUrl });
  }
  changes.sort((one, other) => one.merchantId - other.merchantId);
  for (const change of changes) await recordAudit(sql, change);
}

function demo(
  slug: string,
  label: string,
  gatewayMerchantId: string,
  mode: 'sale' | 'deferred',
  refundWindowMs: number,
  severalCaptures: 'unconfirmed' | 'yes',
): DemoConnection {
  return { slug, label, gatewayMerchantId, mode, refundWindowMs, severalCaptures, owner: 'demo' };
}
