import { findConnection } from '../connections/find-connection.ts';
import { type Desk, openDesk } from '../payments/testing.ts';
import { standingClock } from '../testing.ts';
import type { Asked } from './plain-gateway.ts';
import { startPlainGateway } from './plain-gateway.ts';

type Sums = { readonly auth: number; readonly cap: number; readonly cred: number };

/** A desk whose gateway answers as `sums` says, and whose clock stands until it is moved. */
export async function openPlainDesk(
  sums: (asked: Asked) => Sums | null | Promise<Sums | null>,
  env: Readonly<Record<string, string>> = {},
) {
  const desk: Desk = await openDesk(env);
  const sql = desk.deps.database.money;
  const found = await findConnection(desk.deps, sql, { slug: 'demo' });
  if (found === null) throw new Error('no connection demo');
  const gateway = await startPlainGateway(found.credentials, sums);
  await sql.query('UPDATE gateway_connections SET base_url = $1', [gateway.url]);
  const clock = standingClock(Date.UTC(2026, 10, 2, 9));
  return {
    ...desk,
    deps: { ...desk.deps, clock },
    clock,
    gateway,
    /** How many operations are in which state. */
    states: async (): Promise<Record<string, number>> => {
      const { rows } = await sql.query<{ state: string; count: number }>(
        'SELECT state, count(*) FROM operations GROUP BY state',
      );
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    },
    close: async () => {
      await gateway.close();
      await desk.close();
    },
  };
}
