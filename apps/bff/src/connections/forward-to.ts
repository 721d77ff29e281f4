import { callbackUrl } from 'paygate-core/fields';
import type { Env } from '../env.ts';
import { fieldError } from '../trpc.ts';

/**
 * Lets pass where notifications may be passed on to: what the gateway itself could have been told as
 * URLNotify, because that is what the shop gave up for us.
 * @throws TRPCError BAD_REQUEST that names the field.
 */
export function checkForwardTo({ demo }: Pick<Env, 'demo'>, address?: string | null): void {
  if (address == null) return;
  if (!callbackUrl(demo).safeParse(address).success) throw fieldError('forwardTo', 'https-only');
}
