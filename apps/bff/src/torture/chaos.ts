import { type Call, outcomeOf } from './call.ts';
import { runErrand } from './errands.ts';
import { nextIntent, type Subject } from './intents.ts';
import { doublyOpen, nextDue, showPayments } from './torture-store.ts';
import { hasFound, type World, within } from './world.ts';

const AT_ONCE = 5;
const MINUTE = 60_000;

/** Lets people and workers loose on a few payments; answers what the people heard. */
export async function chaos(world: World, subjects: readonly Subject[], intents: number) {
  const { dice, clock, scheduler, house, tally } = world;
  const calls: Call[] = [];
  let running = 0;
  let left = intents;
  const start = (work: () => Promise<void>): void => {
    running += 1;
    void work().finally(() => {
      running -= 1;
    });
  };

  // Every server looks for what is due twice a second; here one does whenever time has passed.
  let isResolving = false;
  const resolve = (): void => {
    if (isResolving) return;
    isResolving = true;
    start(async () => {
      await runErrand(world, subjects, 'resolve');
      isResolving = false;
    });
  };

  while (left > 0 || running > 0) {
    if (hasFound(world)) left = 0;
    if (running === 0 && dice.chance(0.4)) {
      await leap(world);
      resolve();
      await scheduler.settle();
    } else if (left > 0 && running < AT_ONCE && (running === 0 || dice.chance(0.06))) {
      left -= 1;
      tally.intents += 1;
      const screen = await showPayments(house.observer.database.read);
      for (const call of nextIntent(dice, house, subjects, calls, screen)) {
        calls.push(call);
        start(() => carryOutCall(world, call));
      }
      await scheduler.settle();
    } else if (dice.chance(0.02)) {
      clock.advance(dice.chance(0.04) ? dice.whole(20_000, 90_000) : dice.whole(10, 1_500));
      resolve();
      await scheduler.settle();
    } else if (running < AT_ONCE && dice.chance(0.015)) {
      start(() => runErrand(world, subjects));
      await scheduler.settle();
    } else if (dice.chance(0.0012)) {
      await world.kill(dice.pick(house.servers));
    } else if ((await scheduler.step()) === null) {
      clock.advance(1_000);
      await scheduler.settle();
    }
    if (dice.chance(0.01)) await expectOneOpen(world);
  }
  return calls;
}

async function carryOutCall(world: World, call: Call): Promise<void> {
  const server = world.dice.pick(world.house.servers);
  try {
    const { operation } = await within(server, () =>
      world.path.run(server.deps, call.person, call.wish),
    );
    call.outcome = { kind: 'answered', operationId: operation.id, state: operation.state };
  } catch (error) {
    call.outcome = outcomeOf(error);
  }
}

/** Nobody does anything for a while; at the next instant that something is due, it goes on. */
async function leap({ clock, house }: World): Promise<void> {
  const due = await nextDue(house.observer.database.read);
  const latest = clock.now() + 12 * MINUTE;
  clock.advanceTo(Math.min(due ?? latest, latest));
}

/** At no moment may a payment have two operations open. */
export async function expectOneOpen({ house, violate }: World): Promise<void> {
  const payments = await doublyOpen(house.observer.database.read);
  if (payments.length > 0) violate(`I-one-open: ${payments.join(' ')}`);
}
