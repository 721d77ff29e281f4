import { setTimeout as pause } from 'node:timers/promises';
import { authorizationNotice } from './callbacks-sent.ts';
import { firstDue, knownPayments } from './chaos-store.ts';
import { type ChaosWorld, PACE } from './chaos-world.ts';
import { checkHistory } from './check-history.ts';
import { type Evidence, gatherEvidence } from './checks.ts';
import { type Answer, callProcedure, post } from './desk-client.ts';
import { type Account, seqAt } from './gateway-ledger.ts';
import type { Subject } from './intents.ts';
import { patiently } from './patiently.ts';
import { createProcessFaults, type ProcessTally } from './process-faults.ts';
import { letTellersWork } from './tellers.ts';
import { nextDue } from './torture-store.ts';

const SUBJECTS = 60;
const DAY = 24 * 3_600_000;
/** So far apart in time may be what a jump makes due at once. */
const STRIDE_MS = 10_000;
const MOST_JUMPS = 500;
const LOOK_EVERY_MS = 60;
/** Two minutes: far longer than a lease of a server that was killed. */
const MOST_LOOKS = 2_000;
/** As long as a server waits that has reached nobody for a while. */
const CHECK_AGAIN_MS = 1_000;
const MOST_CHECKS = 20;
/** Of what an inquiry shows behind what has happened. */
const LONGEST_LAG_MS = 4 * 60_000;

/** Payments, people and faults at once; then the faults stop, time passes, and everything is checked. */
export async function runWave(
  world: ChaosWorld,
  intents: number,
  tally: ProcessTally,
): Promise<Evidence> {
  const { fleet, cluster, house, clock } = world;
  await world.signIn();
  const subjects = await openSubjects(world);
  const faults = createProcessFaults(world, tally);
  world.misbehave(true);
  const calls = await letTellersWork(world, subjects, intents, faults.perhaps);
  world.misbehave(false);
  await faults.over();
  await fleet.whenReady();
  const calmSince = clock.now();

  await comeToRest(world);
  await world.signIn();
  await checkEach(world, subjects);
  // What was ever told must be on the disk.
  await cluster.crash('postmaster-killed');
  tally.databaseCrashes += 1;
  await patiently(() => nextDue(house.observer.database.read));

  const evidence = await gatherEvidence(world, { subjects, calls, calmSince });
  knowWhenAsked(evidence, subjects);
  await checkHistory(evidence);
  return evidence;
}

async function openSubjects(world: ChaosWorld): Promise<readonly Subject[]> {
  const { dice, ledger, clock, house, fleet } = world;
  const accounts: Account[] = [];
  for (let at = 0; at < SUBJECTS; at += 1) {
    const connection = dice.pick(house.connections.slice(0, 2));
    const account = ledger.open({
      payId: dice.hex(),
      transId: `T-${dice.hex().slice(0, 16)}`,
      merchantId: connection.gatewayMerchantId,
      authorized: dice.whole(10_00, 200_00),
      authorizedAt: clock.now(),
      showsReversals: connection.inquiryShowsReversals === 'yes',
    });
    accounts.push(account);
    const { kind, body } = authorizationNotice(connection, account);
    await patiently(async () => {
      const port = fleet.portOf(at % fleet.size);
      const answer = await post(port, `/callbacks/${connection.slug}/${kind}`, body, {});
      if (answer?.status !== 200) throw new Error(`the notice was answered ${answer?.status}`);
    });
  }
  const sql = house.observer.database.read;
  const payIds = accounts.map(({ payId }) => payId);
  const ids = await patiently(async () => {
    const known = await knownPayments(sql, payIds);
    if (known.size < SUBJECTS) throw new Error(`${SUBJECTS - known.size} payments did not appear`);
    return known;
  });
  return accounts.map((account) => ({ account, paymentId: ids.get(account.payId) ?? '' }));
}

/** Jumps from one instant at which something is due to the next, until nothing is. */
async function comeToRest(world: ChaosWorld): Promise<void> {
  const { clock, fleet, house, violate } = world;
  const sql = house.observer.database.read;
  const until = clock.now() + 3 * DAY;
  for (let jumps = 0; ; jumps += 1) {
    if (jumps === MOST_JUMPS) return violate('I10 it never comes to rest');
    const plan = clock.nextPlan() ?? Number.POSITIVE_INFINITY;
    const due = (await patiently(() => nextDue(sql))) ?? Number.POSITIVE_INFINITY;
    const next = Math.min(plan, due);
    if (next > until) return;
    clock.jumpTo(next + STRIDE_MS);
    fleet.tellTime();
    if (!(await isDealtWith(world))) return violate('I10 what is due stays due');
  }
}

/**
 * Waits until the servers have dealt with all that is due, also with what one of them has claimed:
 * a jump before would count how busy this machine is as time that they let pass.
 */
async function isDealtWith({ clock, house }: ChaosWorld): Promise<boolean> {
  const sql = house.observer.database.read;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    await pause(LOOK_EVERY_MS);
    const due = await patiently(() => firstDue(sql));
    if (due === null || due > clock.now()) return true;
  }
  return false;
}

/** Somebody looks at every payment once more; now nothing may fail. */
async function checkEach(world: ChaosWorld, subjects: readonly Subject[]): Promise<void> {
  const { fleet, dice, house, tokens, violate } = world;
  const token = tokens.get(dice.pick(house.people.managers).id) ?? '';
  for (const { paymentId } of subjects) {
    const port = fleet.portOf(dice.whole(0, fleet.size - 1));
    const answer = await checkInTime(() =>
      callProcedure(port, 'payments.check', { paymentId }, token),
    );
    if (answer?.status !== 200) violate(`I10 a check failed with all faults off: ${answer?.body}`);
  }
}

/** Servers give the gateway half a second here; a busy machine may need more, so somebody asks again. */
async function checkInTime(check: () => Promise<Answer | null>): Promise<Answer | null> {
  for (let tries = 1; ; tries += 1) {
    const answer = await check();
    // A check that worked may show a step of long ago that was cancelled for the same reason.
    const isUnreachable = answer?.status !== 200 && answer?.body.includes('"gateway-unreachable"');
    if (tries === MOST_CHECKS || !isUnreachable) return answer;
    await pause(CHECK_AGAIN_MS);
  }
}

/**
 * A gateway does not know which inquiry went before a request: what a server could know is what was
 * executed before the operation was made, and its silence counts from the claim.
 */
function knowWhenAsked({ operations }: Evidence, subjects: readonly Subject[]): void {
  const byReqId = new Map(operations.map((operation) => [operation.reqId, operation]));
  for (const { account } of subjects) {
    const { executions } = account;
    const known = executions.map((execution) => {
      const operation = byReqId.get(execution.reqId ?? '');
      if (operation === undefined) return execution;
      const shown = account.lies > 0 ? LONGEST_LAG_MS / PACE : 0;
      const baselineSeq = seqAt(account, operation.createdAt - shown);
      return { ...execution, baselineSeq, askedAt: operation.sentAt ?? execution.askedAt };
    });
    executions.splice(0, executions.length, ...known);
  }
}
