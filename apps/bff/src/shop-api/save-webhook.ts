import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { isOpenAddress } from './open-address.ts';
import { type Asking, ownConnection } from './own-connection.ts';
import type { RenewSecretInput, SaveWebhookInput } from './shop-api-input.ts';
import { makeWebhookSecret, webhookPurpose } from './webhook-secret.ts';
import { lockWebhook, updateWebhook } from './webhook-store.ts';

const HOUR_MS = 3_600_000;

/**
 * Names the address that is told what becomes of a shop's payments, or none. The first time a secret
 * is made and answered: it is shown once.
 * @throws TRPCError NOT_FOUND; field `address`.
 */
export async function saveWebhook(
  deps: Deps,
  asking: Asking,
  { connectionId, address }: SaveWebhookInput,
): Promise<string | null> {
  const { merchantId } = await ownConnection(deps, asking, connectionId);
  if (address !== null && !isOpenAddress(address, deps.env.demo)) {
    throw fieldError('address', 'https-only');
  }
  const now = deps.clock.now();
  return inTransaction(deps.database.read, async (sql) => {
    const webhook = await lockWebhook(sql, { merchantId, connectionId });
    const fresh = webhook.secret === null && address !== null ? makeWebhookSecret() : null;
    const made =
      fresh === null
        ? {}
        : { secret: deps.secrets.seal(webhookPurpose(connectionId), fresh), secretSetAt: now };
    await updateWebhook(sql, { ...webhook, ...made, address });
    await recordAudit(sql, {
      merchantId,
      at: now,
      actorId: asking.person.id,
      action: 'webhook-changed',
      subject: `connection:${connectionId}`,
      details: {
        address: { from: webhook.address, to: address },
        ...(fresh ? { secret: 'set' } : {}),
      },
    });
    return fresh;
  });
}

/**
 * Makes a new secret and answers it, once. For so many hours the old one signs as well, so that the
 * shop can change without refusing a genuine event.
 * @throws TRPCError NOT_FOUND
 */
export async function renewSecret(
  deps: Deps,
  asking: Asking,
  { connectionId, keepHours }: RenewSecretInput,
): Promise<string> {
  const { merchantId } = await ownConnection(deps, asking, connectionId);
  const now = deps.clock.now();
  const fresh = makeWebhookSecret();
  const secret = deps.secrets.seal(webhookPurpose(connectionId), fresh);
  const olderUntil = now + keepHours * HOUR_MS;
  await inTransaction(deps.database.read, async (sql) => {
    const webhook = await lockWebhook(sql, { merchantId, connectionId });
    const older = webhook.secret === null || keepHours === 0 ? null : webhook.secret;
    const olderSecret = { olderSecret: older, olderUntil: older && olderUntil };
    await updateWebhook(sql, { ...webhook, ...olderSecret, secret, secretSetAt: now });
    await recordAudit(sql, {
      merchantId,
      at: now,
      actorId: asking.person.id,
      action: 'webhook-secret-renewed',
      subject: `connection:${connectionId}`,
      details: { olderUntil: older && olderUntil },
    });
  });
  return fresh;
}
