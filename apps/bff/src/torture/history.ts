import { receiveCallback } from '../callbacks/receive-callback.ts';
import { checkPayment } from '../payments/check-payment.ts';
import type { Call } from './call.ts';
import { authorizationNotice } from './callbacks-sent.ts';
import { chaos, expectOneOpen } from './chaos.ts';
import type { Subject } from './intents.ts';
import { findPaymentId, nextDue } from './torture-store.ts';
import { hasFound, type World, within } from './world.ts';

const MOST_SUBJECTS = 16;
/** So many wishes there are for each payment at least: fewer would hardly ever meet. */
const WISHES_EACH = 2.5;
/** Far more than any history needs: a round for each time that something is due. */
const MOST_ROUNDS = 1_000;
const DAY = 24 * 3_600_000;

export type History = {
  readonly subjects: readonly Subject[];
  readonly calls: readonly Call[];
  /** When all faults were over (ms UTC), where how long they take is the machine's and not ours. */
  readonly calmSince?: number;
};

/**
 * One history: a few payments, many people, everything that can go wrong; then the faults stop, time
 * passes until nothing is due, and every payment is checked once more against the gateway.
 */
export async function runHistory(world: World, intents: number): Promise<History> {
  const subjects: Subject[] = [];
  const many = Math.min(MOST_SUBJECTS, Math.ceil(intents / WISHES_EACH));
  for (let at = 0; at < many; at += 1) subjects.push(await openSubject(world));
  world.misbehave(true);
  const calls = await chaos(world, subjects, intents);
  world.misbehave(false);
  if (!hasFound(world)) await heal(world, subjects);
  return { subjects, calls };
}

/** A customer's payment at the gateway, which the house learns of by a notification. */
export async function openSubject(world: World): Promise<Subject> {
  const { dice, house, ledger, clock } = world;
  const connection = dice.pick(house.connections.slice(0, 2));
  const account = ledger.open({
    payId: dice.hex(),
    transId: `T-${dice.hex().slice(0, 16)}`,
    merchantId: connection.gatewayMerchantId,
    authorized: dice.whole(10_00, 200_00),
    authorizedAt: clock.now(),
    showsReversals: connection.inquiryShowsReversals === 'yes',
  });
  const server = dice.pick(house.servers);
  const { kind, body } = authorizationNotice(connection, account);
  await drive(
    world,
    within(server, () => receiveCallback(server.deps, connection, kind, body)),
  );
  await drive(
    world,
    within(server, () => world.path.followCallbacks(server.deps)),
  );
  const paymentId = await findPaymentId(house.observer.database.read, account.payId);
  if (paymentId === null) throw new Error('the payment did not appear');
  return { paymentId, account };
}

/** Lets everything end that was begun, then moves on from one due instant to the next. */
export async function heal(world: World, subjects: readonly Subject[]): Promise<void> {
  const { clock, house, dice } = world;
  const sql = house.observer.database.read;
  // Whatever an inquiry could not show yet, it shows now.
  for (const { account } of subjects) account.lag = null;
  const until = clock.now() + 3 * DAY;
  for (let rounds = 0; ; rounds += 1) {
    if (rounds === MOST_ROUNDS) {
      world.violate('I10 it never comes to rest');
      break;
    }
    const plan = clock.nextPlan();
    const due = await nextDue(sql);
    const next = Math.min(plan ?? Number.POSITIVE_INFINITY, due ?? Number.POSITIVE_INFINITY);
    if (next > until) break;
    clock.advanceTo(next + 1);
    const server = dice.pick(house.servers);
    await drive(
      world,
      within(server, () => world.path.resolve(server.deps)),
    );
    await drive(
      world,
      within(server, () => world.path.followCallbacks(server.deps)),
    );
  }
  await expectOneOpen(world);
  for (const { paymentId } of subjects) {
    const server = dice.pick(house.servers);
    const manager = dice.pick(house.people.managers);
    const checked = within(server, () => checkPayment(server.deps, manager, paymentId));
    await drive(world, checked).catch((error: unknown) => {
      world.violate(`I10 a check failed with all faults off: ${error}`);
    });
  }
}

/** Runs one thing alone, to its end. */
export async function drive<T>({ scheduler, clock }: World, work: Promise<T>): Promise<T> {
  let isOver = false;
  const over = work.finally(() => {
    isOver = true;
  });
  over.catch(() => undefined);
  await scheduler.settle();
  while (!isOver) {
    if ((await scheduler.step()) === null) {
      clock.advance(1_000);
      await scheduler.settle();
    }
  }
  return over;
}
