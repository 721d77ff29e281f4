import { randomBytes } from 'node:crypto';
import { findConnection } from 'paygate-bff/src/connections/find-connection.ts';
import type { GatewayConnection } from 'paygate-bff/src/connections/gateway-connection.ts';
import { sealNotification } from 'paygate-core/notification';
import type { House } from '../house/house.ts';

/** The connection that the notifications are for. */
export async function openDemo({ deps }: House): Promise<GatewayConnection> {
  const connection = await findConnection(deps, deps.database.read, { slug: 'demo' });
  if (connection === null) throw new Error('the demo connection is missing');
  return connection;
}

/** Authentic notifications, each about a payment of its own, as form bodies. */
export function makeNotifications(
  { credentials }: GatewayConnection,
  count: number,
): readonly string[] {
  return Array.from({ length: count }, () => {
    const { len, data } = sealNotification(credentials, [
      ['MerchantID', credentials.merchantId],
      ['PayID', randomBytes(16).toString('hex')],
      ['XID', randomBytes(16).toString('hex')],
      ['TransID', `bench_${randomBytes(8).toString('hex')}`],
      ['RefNr', 'A-10417'],
      ['Status', 'AUTHORIZE_REQUEST'],
      ['Description', 'OK'],
      ['Code', '00000000'],
    ]);
    return `Len=${len}&Data=${data}`;
  });
}
