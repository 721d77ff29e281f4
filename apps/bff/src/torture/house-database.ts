import type { Database, Sql } from '../storage/database.ts';
import type { Dice } from './dice.ts';
import { currentTask } from './process.ts';
import type { Scheduler } from './scheduler.ts';

type Pool = Database['money'];
type Client = Sql & { release(broken?: Error | boolean): void };

/** A statement on its way to the database. */
export type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** Sent where a bug leaves a statement out. */
export const NOTHING: Statement = { text: 'SELECT 1 WHERE false', values: [] };

export type DatabaseFault = 'commit-answer-lost' | 'commit-lost' | 'backend-terminated';

export type DatabaseSetting = {
  readonly scheduler: Scheduler;
  readonly dice: Dice;
  /** Which row locks are held, by whom; shared by all processes. */
  readonly locks: Map<string, object>;
  /** What goes wrong with this statement, if anything. */
  readonly fault: (statement: Statement) => DatabaseFault | null;
  /** What is sent instead: how a seeded bug gets into the SQL. */
  readonly rewrite: (statement: Statement) => Statement;
};

/** The same database, with every statement a point at which the dice decide what happens next. */
export function watchDatabase(database: Database, setting: DatabaseSetting): Database {
  return {
    money: watchPool(database.money, setting),
    read: watchPool(database.read, setting),
    callback: watchPool(database.callback, setting),
    session: watchPool(database.session, setting),
    export: database.export,
    close: database.close,
  };
}

function watchPool(pool: Pool, setting: DatabaseSetting): Pool {
  const { scheduler } = setting;
  let taken = 0;
  const isFree = (): boolean => taken < pool.options.max;

  const query = async (text: string, values: readonly unknown[] = []) => {
    if (currentTask() === null) return pool.query(text, [...values]);
    const sent = setting.rewrite({ text, values });
    return carryOut(setting, sent, isFree, async (statement) => {
      if (setting.fault(statement) === 'backend-terminated') throw lostConnection();
      taken += 1;
      try {
        return await pool.query(statement.text, [...statement.values]);
      } finally {
        taken -= 1;
      }
    });
  };
  const connect = async () => {
    const task = currentTask();
    if (task === null) return pool.connect();
    await scheduler.stop('connect', task, { isReady: isFree });
    taken += 1;
    scheduler.begin();
    try {
      return watchClient(await pool.connect(), setting, () => {
        taken -= 1;
      });
    } finally {
      scheduler.end();
    }
  };
  return new Proxy(pool, {
    get: (target, name) => {
      if (name === 'query') return query;
      return name === 'connect' ? connect : Reflect.get(target, name);
    },
  });
}

function watchClient(client: Client, setting: DatabaseSetting, onRelease: () => void): Client {
  const { locks, scheduler } = setting;
  const release = (): void => {
    for (const [row, holder] of locks) if (holder === client) locks.delete(row);
  };
  let isCut = false;

  const rollBack = async (): Promise<unknown> => {
    scheduler.begin();
    try {
      return await client.query('ROLLBACK');
    } finally {
      release();
      scheduler.end();
    }
  };
  const cut = async (): Promise<never> => {
    isCut = true;
    await rollBack();
    throw lostConnection();
  };

  const query = async (text: string, values: readonly unknown[] = []) => {
    if (isCut) throw new Error('Client has encountered a connection error and is not queryable');
    if (text === 'ROLLBACK') return rollBack();
    const sent = setting.rewrite({ text, values });
    const lock = rowLock(sent);
    const isReady = (): boolean => lock === null || !locks.has(lock) || locks.get(lock) === client;
    return carryOut(setting, sent, isReady, async (statement) => {
      const fault = setting.fault(statement);
      if (fault === 'backend-terminated' || fault === 'commit-lost') return cut();
      if (lock !== null) locks.set(lock, client);
      const answer = await client.query(statement.text, [...statement.values]);
      if (statement.text === 'COMMIT') release();
      return fault === 'commit-answer-lost' ? cut() : answer;
    });
  };
  return new Proxy(client, {
    get: (target, name) => {
      if (name === 'query') return query;
      if (name !== 'release') return Reflect.get(target, name);
      return (broken?: Error) => {
        onRelease();
        release();
        client.release(broken);
      };
    },
  });
}

/** Stops before the statement; a process that dies there may have sent it all the same. */
async function carryOut<T>(
  { scheduler, dice }: DatabaseSetting,
  statement: Statement,
  isReady: () => boolean,
  send: (statement: Statement) => Promise<T>,
): Promise<T> {
  const task = currentTask();
  const watched = async (): Promise<T> => {
    scheduler.begin();
    try {
      return await send(statement);
    } finally {
      scheduler.end();
    }
  };
  const wasDead = task?.process.dead === true;
  try {
    const about = JSON.stringify(statement.values);
    await scheduler.stop(pointOf(statement), task, { isReady, about });
  } catch (error) {
    if (!wasDead && isReady() && dice.chance(0.5)) await watched().catch(() => undefined);
    throw error;
  }
  return watched();
}

function lostConnection(): Error {
  const message = 'Connection terminated unexpectedly';
  return Object.assign(new Error(message), { code: 'ECONNRESET' });
}

/** A short name of a statement: its first words. */
function pointOf({ text }: Statement): string {
  return text.trim().split(/\s+/).slice(0, 3).join(' ').toLowerCase();
}

/** The row that a statement locks until its transaction ends, or null. */
function rowLock({ text, values }: Statement): string | null {
  if (/^\s*INSERT INTO audit_heads/.test(text)) return `audit_heads:${values[0]}`;
  const table = /FROM (payments|memberships)\b.* FOR UPDATE$/s.exec(text)?.[1];
  if (table === undefined) return null;
  return `${table}:${JSON.stringify(table === 'payments' ? values[1] : values)}`;
}
