import { createHash, randomUUIDv7 } from 'node:crypto';
import {
  type CallbackKind,
  type NotificationFailure,
  openNotification,
  type PaymentEvent,
} from 'paygate-core/notification';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { storeTogether } from './store-together.ts';

export type Received =
  | { readonly stored: true; readonly event: PaymentEvent }
  | { readonly stored: false; readonly why: NotificationFailure | 'unknown-connection' };

/** How a message came in; it is passed on the same way. */
type Sent = { readonly method: 'GET' | 'POST'; readonly contentType: string | null };

const FORM = 'application/x-www-form-urlencoded';

/**
 * Verifies a callback and commits it to the inbox, once however often it comes. It settles nothing:
 * a worker that is woken here asks the gateway, another one passes it on to the shop. `message` is the body or query as Latin-1 text.
 * Throws when it cannot be stored; then the gateway must send it again.
 */
export async function receiveCallback(
  { clock, database }: Pick<Deps, 'clock' | 'database'>,
  connection: GatewayConnection,
  kind: CallbackKind,
  message: string,
  { method, contentType }: Sent = { method: 'POST', contentType: FORM },
): Promise<Received> {
  const { credentials } = connection;
  const notification = openNotification({ credentials, kind, body: message });
  if (!notification.trusted) return { stored: false, why: notification.why };

  const { event } = notification;
  const entry = {
    id: randomUUIDv7(),
    merchantId: connection.merchantId,
    connectionId: connection.id,
    kind,
    digest: digestOf(event),
    raw: Buffer.from(message, 'latin1'),
    payId: event.payId,
    transId: event.transId,
    status: event.status,
    code: event.code,
    method,
    contentType,
    receivedAt: clock.now(),
  };
  await storeTogether(database.callback, { connection, entry });
  return { stored: true, event };
}

/**
 * The same message is the same however it was encrypted: of AES every repetition looks different.
 * What came to another door counts as another message, so that a replayed browser return cannot keep
 * a notification from waking anybody.
 */
function digestOf(event: PaymentEvent): Buffer {
  const { kind, payId, transId, status, code, xid, description, refNr, userData } = event;
  const said = [kind, payId, transId, status, code, xid, description, refNr, userData];
  return createHash('sha256')
    .update(JSON.stringify([...said, event.transactionId]))
    .digest();
}
