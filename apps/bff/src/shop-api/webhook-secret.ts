import { createHmac, randomBytes } from 'node:crypto';
import type { Secrets } from '../secrets.ts';
import type { Webhook } from './webhook-store.ts';

const MARK = 'whsec_';
const SECRET_BYTES = 32;

/** The purpose under which a webhook's secret is sealed. */
export const webhookPurpose = (connectionId: string) => `connection:${connectionId}:webhook`;

/** A new secret in the form that libraries of Standard Webhooks take. */
export function makeWebhookSecret(): string {
  return `${MARK}${randomBytes(SECRET_BYTES).toString('base64')}`;
}

/** The secrets that sign at `now` (ms UTC), the newest first; none where nobody made one. */
export function secretsInForce(
  secrets: Secrets,
  { connectionId, secret, olderSecret, olderUntil }: Webhook,
  now: number,
): readonly string[] {
  const older = olderUntil !== null && olderUntil > now ? olderSecret : null;
  return [secret, older].flatMap((sealed) =>
    sealed === null ? [] : [secrets.open(webhookPurpose(connectionId), sealed)],
  );
}

/**
 * The headers that prove where a message comes from, as Standard Webhooks defines them: one signature
 * for each secret over id, time and body, so that a shop may change its secret without missing any.
 * `at`: ms UTC.
 */
export function webhookHeaders(
  { id, body }: { readonly id: string; readonly body: string },
  secrets: readonly string[],
  at: number,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at / 1000));
  const signed = `${id}.${timestamp}.${body}`;
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(MARK.length), 'base64');
    return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  });
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatures.join(' '),
  };
}
