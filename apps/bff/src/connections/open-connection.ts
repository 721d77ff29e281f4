import type { Credentials } from 'paygate-core/operations';
import { createCipher } from 'paygate-core/wire';
import type { Secrets } from '../secrets.ts';
import type { ConnectionRow } from './connection-row.ts';
import type { GatewayConnection } from './gateway-connection.ts';

/** The purposes under which a connection's two keys are sealed. */
export const keyPurpose = {
  cipher: (connectionId: string) => `connection:${connectionId}:cipher-key`,
  mac: (connectionId: string) => `connection:${connectionId}:mac-key`,
};

// A Blowfish key schedule costs 521 block encryptions: made once per stored version of a connection.
const opened = new WeakMap<Secrets, Map<string, { version: number; credentials: Credentials }>>();

/** Turns a stored row into a connection that can call: opens its keys, schedules its cipher. */
export function openConnection(secrets: Secrets, row: ConnectionRow): GatewayConnection {
  const { id, merchantId, slug, label, brand, baseUrl, gatewayMerchantId, mode, cipherKind } = row;
  const { captureWindowMs, refundWindowMs, notifyDelayMs, minimum } = row;
  const { severalCaptures, partialReversal, inquiryShowsReversals, forwardTo } = row;
  const { linkPage, captureParameter } = row;
  return {
    id,
    merchantId,
    slug,
    label,
    brand,
    baseUrl,
    gatewayMerchantId,
    mode,
    cipherKind,
    captureWindowMs,
    refundWindowMs,
    notifyDelayMs,
    minimum,
    severalCaptures,
    partialReversal,
    inquiryShowsReversals,
    forwardTo,
    linkPage,
    captureParameter,
    credentials: openCredentials(secrets, row),
  };
}

function openCredentials(secrets: Secrets, row: ConnectionRow): Credentials {
  const known =
    opened.get(secrets) ?? new Map<string, { version: number; credentials: Credentials }>();
  opened.set(secrets, known);
  const cached = known.get(row.id);
  if (cached?.version === row.version) return cached.credentials;
  const credentials: Credentials = {
    merchantId: row.gatewayMerchantId,
    cipher: createCipher(row.cipherKind, secrets.open(keyPurpose.cipher(row.id), row.cipherKey)),
    macKey: secrets.open(keyPurpose.mac(row.id), row.macKey),
  };
  known.set(row.id, { version: row.version, credentials });
  return credentials;
}
