import { randomBytes, randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { baseUrlOf, type CreateConnectionInput } from './connection-input.ts';
import { type ConnectionRow, nothingChecked } from './connection-row.ts';
import { insertConnection } from './connection-store.ts';
import { refundWindows } from './connection-view.ts';
import { checkForwardTo } from './forward-to.ts';
import { keyPurpose } from './open-connection.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** What every TWINT contract has; to be changed in the database if one ever differs. */
export const usualWindows = { captureWindowMs: 168 * HOUR_MS, notifyDelayMs: 65 * MINUTE_MS };

/** Stores a new connection, its keys sealed, under a callback name that nobody can guess. */
export async function createConnection(
  { clock, database, env, secrets }: Deps,
  actorId: string,
  input: CreateConnectionInput,
): Promise<ConnectionRow> {
  checkForwardTo(env, input.forwardTo);
  const id = randomUUIDv7();
  const now = clock.now();
  const row: ConnectionRow = {
    ...usualWindows,
    id,
    merchantId: input.merchantId,
    slug: makeSlug(),
    label: input.label,
    brand: input.brand,
    baseUrl: baseUrlOf(input),
    gatewayMerchantId: input.gatewayMerchantId,
    mode: input.mode,
    cipherKind: input.cipherKind,
    cipherKey: secrets.seal(keyPurpose.cipher(id), input.encryptionKey),
    macKey: secrets.seal(keyPurpose.mac(id), input.hmacKey),
    refundWindowMs: refundWindows[input.refundWindow],
    minimum: input.minimum,
    severalCaptures: input.severalCaptures,
    partialReversal: input.partialReversal,
    inquiryShowsReversals: input.inquiryShowsReversals,
    forwardTo: input.forwardTo ?? null,
    linkPage: input.linkPage,
    captureParameter: input.captureParameter,
    checklist: input.checklist ?? nothingChecked,
    keysSetAt: now,
    version: 1,
    createdAt: now,
    updatedAt: now,
  };
  const { encryptionKey, hmacKey, merchantId, ...shown } = input;
  await inTransaction(database.read, async (sql) => {
    await insertConnection(sql, row);
    await recordAudit(sql, {
      merchantId,
      at: now,
      actorId,
      action: 'connection-created',
      subject: `connection:${id}`,
      details: { ...shown, encryptionKey: 'set', hmacKey: 'set' },
    });
  });
  return row;
}

/** 22 characters, 128 random bits: the address of a callback is not public. */
function makeSlug(): string {
  return randomBytes(16).toString('base64url');
}
