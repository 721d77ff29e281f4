import { setTimeout as pause } from 'node:timers/promises';
import { actOutside } from './act-outside.ts';
import type { Call } from './call.ts';
import { strangeCallback } from './callbacks-sent.ts';
import type { ChaosWorld } from './chaos-world.ts';
import { callProcedure, post, wishFor } from './desk-client.ts';
import { nextIntent, type Subject } from './intents.ts';
import { patiently } from './patiently.ts';
import { showPayments } from './torture-store.ts';

const TELLERS = 12;
/** Minutes: servers start slowly on a busy machine. */
const MOST_TRIES = 400;
/** Later than this nobody gives up any more. */
const IMPATIENT_TRIES = 8;

/** Lets many people work at once on these payments until they have wanted `intents` things. */
export async function letTellersWork(
  world: ChaosWorld,
  subjects: readonly Subject[],
  intents: number,
  perhaps: () => void,
): Promise<readonly Call[]> {
  const { dice, house } = world;
  const sql = house.observer.database.read;
  const calls: Call[] = [];
  let left = intents;

  const teller = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      perhaps();
      if (dice.chance(0.25)) await runErrand(world, dice.pick(subjects));
      const screen = await patiently(() => showPayments(sql));
      const wanted = nextIntent(dice, house, subjects, calls, screen);
      calls.push(...wanted);
      await Promise.all(wanted.map((call) => insist(world, call, calls)));
    }
  };
  await Promise.all(Array.from({ length: TELLERS }, teller));
  return calls;
}

/** Calls, and where no answer came mostly again with the same key until one does. */
async function insist(world: ChaosWorld, first: Call, calls: Call[]): Promise<void> {
  const { dice, fleet, tokens } = world;
  let call = first;
  for (let tries = 0; ; tries += 1) {
    const port = fleet.portOf(dice.whole(0, fleet.size - 1));
    call.outcome = await wishFor(port, call.wish, call.person, tokens);
    if (call.outcome.kind !== 'lost') return;
    const { why } = call.outcome;
    world.retries.set(why, (world.retries.get(why) ?? 0) + 1);
    if (tries === MOST_TRIES) return world.violate(`I10 no answer to ${MOST_TRIES} tries`);
    if (tries < IMPATIENT_TRIES && dice.chance(0.1)) return;
    await pause(dice.whole(20, 400));
    call = { ...call, outcome: null };
    calls.push(call);
  }
}

const errands = { check: 3, strange: 4, outside: 1 } as const;

/** What goes on beside the people's work. */
async function runErrand(world: ChaosWorld, subject: Subject): Promise<void> {
  const { dice, fleet, house, tokens, count } = world;
  const { account, paymentId } = subject;
  const port = fleet.portOf(dice.whole(0, fleet.size - 1));
  switch (dice.weigh(errands)) {
    case 'check': {
      const token = tokens.get(dice.pick(house.people.managers).id) ?? '';
      await callProcedure(port, 'payments.check', { paymentId }, token);
      return;
    }
    case 'strange': {
      const own = house.connections.find((one) => one.gatewayMerchantId === account.merchantId);
      const [, , other] = house.connections;
      if (own === undefined || other === undefined) throw new Error('no connection');
      const sent = strangeCallback(dice, own, other, account);
      if (sent.fault !== null) count(sent.fault);
      const answer = await post(port, `/callbacks/${own.slug}/${sent.kind}`, sent.body, {});
      const right = sent.isAuthentic ? 200 : 400;
      if (answer !== null && answer.status < 500 && answer.status !== right)
        world.violate(`callback ${sent.fault} was answered ${answer.status}`);
      return;
    }
    case 'outside':
      actOutside(world, subject);
  }
}
