import { afterEach, expect, test } from 'vitest';
import { addUnknown } from '../failure-model/many-payments.ts';
import { openPlainDesk } from '../failure-model/testing-desk.ts';
import { resolveDueOperations } from './resolver.ts';

let desk: Awaited<ReturnType<typeof openPlainDesk>>;
afterEach(() => desk.close());

test('what a slow gateway could not be asked within the lease is given back, still due', async () => {
  const nothing = { auth: 50_00, cap: 0, cred: 0 };
  desk = await openPlainDesk(() => {
    desk.clock.move(1000);
    return nothing;
  });
  const { deps, clock, connectionId, gateway } = desk;
  const sql = deps.database.money;
  const left = async () => {
    const { rows } = await sql.query<{ due: number; leased: number }>(
      `SELECT count(*) FILTER (WHERE attempts = 0) AS due,
         count(*) FILTER (WHERE lease_until IS NOT NULL) AS leased FROM operations`,
    );
    return rows[0];
  };
  await addUnknown(sql, connectionId, 40, clock.now());

  expect(await resolveDueOperations(deps)).toBe(true);

  const after = await left();
  expect(after?.leased).toBe(0);
  expect(after?.due).toBeGreaterThanOrEqual(20);
  expect(gateway.seen.length).toBe(40 - (after?.due ?? 0));
  while ((await left())?.due !== 0) await resolveDueOperations(deps);
  expect(await desk.states()).toEqual({ unknown: 40 });
});
