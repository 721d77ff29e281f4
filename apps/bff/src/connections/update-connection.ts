import { isDeepStrictEqual } from 'node:util';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import { inTransaction } from '../storage/database.ts';
import { baseUrlOf, type UpdateConnectionInput } from './connection-input.ts';
import type { ConnectionRow } from './connection-row.ts';
import { updateConnection as write } from './connection-store.ts';
import { refundWindows } from './connection-view.ts';
import { checkForwardTo } from './forward-to.ts';
import { keyPurpose } from './open-connection.ts';

/**
 * Saves an admin's change to `current`. Keys that are left out stay. Throws Refused `stale-version`
 * when somebody else saved since the admin looked.
 */
export async function updateConnection(
  { clock, database, env, secrets }: Deps,
  actorId: string,
  current: ConnectionRow,
  input: UpdateConnectionInput,
): Promise<ConnectionRow> {
  checkForwardTo(env, input.forwardTo);
  const { id, merchantId } = current;
  const now = clock.now();
  const replacesKey = input.encryptionKey !== undefined || input.hmacKey !== undefined;
  const row: ConnectionRow = {
    ...current,
    label: input.label,
    brand: input.brand,
    baseUrl: baseUrlOf(input),
    gatewayMerchantId: input.gatewayMerchantId,
    mode: input.mode,
    cipherKind: input.cipherKind,
    cipherKey:
      input.encryptionKey === undefined
        ? current.cipherKey
        : secrets.seal(keyPurpose.cipher(id), input.encryptionKey),
    macKey:
      input.hmacKey === undefined
        ? current.macKey
        : secrets.seal(keyPurpose.mac(id), input.hmacKey),
    refundWindowMs: refundWindows[input.refundWindow],
    minimum: input.minimum,
    severalCaptures: input.severalCaptures,
    partialReversal: input.partialReversal,
    inquiryShowsReversals: input.inquiryShowsReversals,
    forwardTo: input.forwardTo === undefined ? current.forwardTo : input.forwardTo,
    linkPage: input.linkPage,
    captureParameter: input.captureParameter,
    checklist: input.checklist ?? current.checklist,
    keysSetAt: replacesKey ? now : current.keysSetAt,
    version: (input.version ?? current.version) + 1,
    updatedAt: now,
  };
  await inTransaction(database.read, async (sql) => {
    if (!(await write(sql, row))) throw new Refused('stale-version');
    await recordAudit(sql, {
      merchantId,
      at: now,
      actorId,
      action: 'connection-changed',
      subject: `connection:${id}`,
      details: differences(current, row),
    });
  });
  return row;
}

/** Old and new value of every changed setting; of a key only that it was replaced. */
function differences(before: ConnectionRow, after: ConnectionRow): Record<string, unknown> {
  const changed: Record<string, unknown> = {};
  for (const key of Object.keys(after) as (keyof ConnectionRow)[]) {
    if (key === 'version' || key === 'updatedAt' || key === 'keysSetAt') continue;
    if (isDeepStrictEqual(before[key], after[key])) continue;
    const secret = key === 'cipherKey' || key === 'macKey';
    changed[key] = secret ? 'replaced' : { from: before[key], to: after[key] };
  }
  return changed;
}
