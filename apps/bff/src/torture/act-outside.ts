import { sumsOf } from './gateway-ledger.ts';
import type { Subject } from './intents.ts';
import type { World } from './world.ts';

type Scene = Pick<World, 'dice' | 'ledger' | 'count'> & { readonly clock: { now(): number } };

/** Somebody captures or refunds in the gateway's own back office, within what is left there. */
export function actOutside({ dice, ledger, clock, count }: Scene, { account }: Subject): void {
  const { auth, captured, reversed, credited } = sumsOf(account);
  const kind = dice.pick(['capture', 'credit'] as const);
  const left = kind === 'capture' ? auth - captured - reversed : captured - credited;
  if (left < 100) return;
  count('external-action');
  const at = clock.now();
  const amount = dice.whole(100, left);
  const { payId } = account;
  ledger.execute({ at, payId, kind, amount, reqId: null, askedAt: at, baselineSeq: 0 });
}
