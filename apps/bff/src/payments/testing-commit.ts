import type { Deps } from '../deps.ts';
import type { Desk } from './testing.ts';

/** The same house, whose connection breaks at each COMMIT: once it is done, or before. */
export function breaking(desk: Pick<Desk, 'deps'>, when: 'after' | 'before'): Deps {
  return withCommit(desk, async (end) => {
    await end(when === 'after' ? 'COMMIT' : 'ROLLBACK');
    throw Object.assign(new Error('Connection terminated'), { code: 'ECONNRESET' });
  });
}

/** The same house, in which something happens right before each COMMIT. */
export function atCommit(desk: Pick<Desk, 'deps'>, before: () => Promise<void>): Deps {
  return withCommit(desk, async (end) => {
    await before();
    return end('COMMIT');
  });
}

function withCommit(
  { deps }: Pick<Desk, 'deps'>,
  commit: (end: (how: 'COMMIT' | 'ROLLBACK') => Promise<unknown>) => Promise<unknown>,
): Deps {
  const { money } = deps.database;
  const connect = async () => {
    const client = await money.connect();
    const query = (text: string, values?: unknown[]) =>
      text === 'COMMIT' ? commit((how) => client.query(how)) : client.query(text, values);
    return instead(client, 'query', query);
  };
  const pool = instead(money, 'connect', connect);
  return { ...deps, database: { ...deps.database, money: pool } };
}

/** The object with another method of this name. */
function instead<T extends object>(object: T, name: keyof T, method: unknown): T {
  return new Proxy(object, {
    get: (target, key) => {
      if (key === name) return method;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
