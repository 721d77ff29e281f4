import type { Deps } from 'paygate-bff/src/deps.ts';
import { listPayments } from 'paygate-bff/src/payments/list-payments.ts';
import { type PaymentFilter, paymentFilter } from 'paygate-bff/src/payments/payment-filter.ts';
import { readSession } from 'paygate-bff/src/sessions/read-session.ts';
import type pg from 'pg';
import type { House } from '../house/house.ts';

/** A statement as it was given to `pg`. */
export type Statement = { readonly text: string; readonly values: unknown[] };

/** The statements that answer one request for a page, in their turn: who asks, and what is listed. */
export async function recordStatements(
  { deps, manager }: House,
  input: object,
): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const database = {
    ...deps.database,
    read: recording(deps.database.read, statements),
    session: recording(deps.database.session, statements),
  };
  const recorded: Deps = { ...deps, database };
  const person = await readSession(recorded, manager.cookie);
  if (person === null) throw new Error('nobody is signed in');
  const filter: PaymentFilter = paymentFilter.parse(input);
  await listPayments(recorded, person, filter);
  return statements;
}

/** The pool, writing down what it is asked. */
function recording(pool: pg.Pool, statements: Statement[]): pg.Pool {
  type Query = (statement: string | Statement, values?: unknown[]) => unknown;
  const query: Query = (statement, values = []) => {
    const whole = typeof statement === 'string' ? { text: statement, values } : statement;
    statements.push(whole);
    return pool.query(whole);
  };
  return new Proxy(pool, {
    get: (target, name) => (name === 'query' ? query : Reflect.get(target, name)),
  });
}
