import { receiveCallback } from '../callbacks/receive-callback.ts';
import type { Deps } from '../deps.ts';
import { checkPayment } from '../payments/check-payment.ts';
import { actOutside } from './act-outside.ts';
import { outcomeOf } from './call.ts';
import { strangeCallback } from './callbacks-sent.ts';
import type { Subject } from './intents.ts';
import { type World, within } from './world.ts';

const errands = { resolve: 5, callbacks: 3, strange: 3, check: 2, outside: 1 } as const;
/** With a gateway that tells the same again and again. */
const ofTalkative = { ...errands, callbacks: 20, strange: 20 } as const;

type Errand = keyof typeof errands;

/** What goes on beside the people: the workers, the gateway's callbacks, somebody elsewhere. */
export async function runErrand(
  world: World,
  subjects: readonly Subject[],
  errand: Errand = world.dice.weigh(world.isTalkative ? ofTalkative : errands),
): Promise<void> {
  const { dice, house } = world;
  const server = dice.pick(house.servers);
  const subject = dice.pick(subjects);
  const work = async (): Promise<unknown> => {
    switch (errand) {
      case 'resolve':
        return world.path.resolve(server.deps);
      case 'callbacks':
        return world.path.followCallbacks(server.deps);
      case 'strange':
        return sendStrange(world, server.deps, subject);
      case 'check':
        return checkPayment(server.deps, dice.pick(house.people.managers), subject.paymentId);
      case 'outside':
        return actOutside(world, subject);
    }
  };
  try {
    await within(server, work);
  } catch (error) {
    const outcome = outcomeOf(error);
    if (outcome.kind === 'broken') world.violate(`an errand broke: ${outcome.why}`);
  }
}

async function sendStrange(world: World, deps: Deps, { account }: Subject): Promise<void> {
  const { dice, house } = world;
  const connection = house.connections.find(
    ({ gatewayMerchantId }) => gatewayMerchantId === account.merchantId,
  );
  const [, , other] = house.connections;
  if (connection === undefined || other === undefined) throw new Error('no connection');
  const sent = strangeCallback(dice, connection, other, account, world.isTalkative);
  if (sent.fault !== null) world.count(sent.fault);
  const { stored } = await receiveCallback(deps, connection, sent.kind, sent.body);
  if (stored !== sent.isAuthentic) world.violate(`callback ${sent.fault} was stored: ${stored}`);
}
