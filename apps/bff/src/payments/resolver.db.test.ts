import { afterEach, expect, test } from 'vitest';
import { addUnknown } from '../failure-model/many-payments.ts';
import { openPlainDesk } from '../failure-model/testing-desk.ts';
import { inFlight } from './in-flight.ts';
import { resolveDueOperations, startResolver } from './resolver.ts';

let desk: Awaited<ReturnType<typeof openPlainDesk>>;
afterEach(() => desk.close());

const nothing = { auth: 50_00, cap: 0, cred: 0 };
const all = { auth: 50_00, cap: 50_00, cred: 0 };

/** Captures in doubt at a gateway that tells these sums, half a minute after they were sent. */
async function inDoubt(count: number, sums: () => typeof nothing | null) {
  desk = await openPlainDesk(sums);
  const { deps, clock, connectionId } = desk;
  await addUnknown(deps.database.money, connectionId, count, clock.now());
  clock.move(30_000);
  return desk;
}

/** What a round left of the one operation there is. */
async function left() {
  const { rows } = await desk.deps.database.money.query<{
    readonly id: string;
    readonly state: string;
    readonly due: Date | null;
    readonly checked: Date | null;
    readonly verdicts: readonly string[];
    readonly calls: number;
  }>(
    `SELECT o.id, o.state, o.due_at AS due, p.checked_at AS checked,
       ARRAY(SELECT e ->> 'verdict' FROM jsonb_array_elements(o.evidence) e) AS verdicts,
       (SELECT count(*) FROM gateway_calls WHERE operation_id = o.id) AS calls
     FROM operations o JOIN payments p ON p.id = o.payment_id`,
  );
  const [one] = rows;
  if (one === undefined) throw new Error('no operation');
  return one;
}

test('a resolver that runs ends by itself what is due, until it is stopped', async () => {
  const { deps, states } = await inDoubt(1, () => all);

  const resolver = startResolver(deps);

  await expect.poll(states).toEqual({ succeeded: 1 });
  await resolver.stop();
});

test('a look that proves nothing yet is kept with its call, and tells when the payment was seen', async () => {
  const { deps, clock } = await inDoubt(1, () => nothing);

  expect(await resolveDueOperations(deps)).toBe(false);

  expect(await left()).toMatchObject({
    state: 'unknown',
    checked: new Date(clock.now()),
    due: new Date(clock.now() + 90_000),
    verdicts: ['no-change-yet'],
    calls: 1,
  });
  expect(await resolveDueOperations(deps)).toBe(false);
  expect(desk.gateway.seen).toHaveLength(1);
});

test('a look without an answer is kept too, and the payment was not seen', async () => {
  const { deps } = await inDoubt(1, () => null);

  await resolveDueOperations(deps);

  expect(await left()).toMatchObject({
    state: 'unknown',
    checked: null,
    verdicts: ['unreachable'],
    calls: 1,
  });
});

test('what this process carries out at this moment is left alone, for a second', async () => {
  const { deps, clock, gateway } = await inDoubt(1, () => all);
  const { id } = await left();

  await inFlight.during(id, async () => {
    await resolveDueOperations(deps);
  });

  expect(gateway.seen).toEqual([]);
  expect(await left()).toMatchObject({ state: 'unknown', due: new Date(clock.now() + 1_000) });
});

test('what has gone to people meanwhile is not asked about by itself any more', async () => {
  const { deps, gateway } = await inDoubt(1, () => all);
  await deps.database.money.query(`UPDATE operations SET state = 'review'`);

  await resolveDueOperations(deps);

  expect(gateway.seen).toEqual([]);
  expect(await left()).toMatchObject({ state: 'review', due: null });
});

test('a full round says that there may be more', async () => {
  const { deps, states } = await inDoubt(200, () => all);

  expect(await resolveDueOperations(deps)).toBe(true);
  expect(await states()).toEqual({ succeeded: 200 });
  expect(await resolveDueOperations(deps)).toBe(false);
});

test('what a slow gateway could not be asked within the lease is given back, still due', async () => {
  desk = await openPlainDesk(() => {
    desk.clock.move(1000);
    return nothing;
  });
  const { deps, clock, connectionId, gateway } = desk;
  const sql = deps.database.money;
  const counts = async () => {
    const { rows } = await sql.query<{ due: number; leased: number }>(
      `SELECT count(*) FILTER (WHERE attempts = 0) AS due,
         count(*) FILTER (WHERE lease_until IS NOT NULL) AS leased FROM operations`,
    );
    return rows[0];
  };
  await addUnknown(sql, connectionId, 40, clock.now());

  expect(await resolveDueOperations(deps)).toBe(true);

  const after = await counts();
  expect(after?.leased).toBe(0);
  expect(after?.due).toBeGreaterThanOrEqual(20);
  expect(gateway.seen.length).toBe(40 - (after?.due ?? 0));
  while ((await counts())?.due !== 0) await resolveDueOperations(deps);
  expect(await desk.states()).toEqual({ unknown: 40 });
});
