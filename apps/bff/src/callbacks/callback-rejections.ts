import { createHash } from 'node:crypto';
import type { CallbackKind } from 'paygate-core/notification';
import { createFloodGate } from '../audit/flood-gate.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { addRejection, minuteOf, type Rejection } from './rejection-store.ts';

const counts = new Map<string, number>();

/** How many callbacks this process refused, by reason, since it started. */
export function callbackRejections(): Readonly<Partial<Record<string, number>>> {
  return Object.fromEntries(counts);
}

/** Where a message was refused; `connection` is null where nobody's address was called. */
export type RefusedAt = {
  readonly connection: Pick<GatewayConnection, 'id' | 'merchantId' | 'slug'> | null;
  readonly kind: CallbackKind;
  /** The message, or null when it was too long to be read. */
  readonly message: string | null;
};

export type RejectionLog = {
  /**
   * Counts a refused callback and says so in the log, never with its content; of a flood the log has
   * ten lines a minute, and in the next one how many were left out. Takes no time.
   */
  count(why: string, at: RefusedAt): void;
  /** Writes down what was counted. Never throws: the rest is written next time. */
  flush(): Promise<void>;
};

const FLUSH_AFTER_MS = 500;
const TOLD_APART = 10;
const MOST_WAITING = 1000;
const LOGGED = 10;
const MINUTE = 60_000;
const MANY = Buffer.alloc(0);

/**
 * Keeps what was refused for people to look at. Counted in memory and written half a second later, so
 * that a flood of junk costs no transaction each: of one connection, door and reason ten different
 * messages a minute are told apart, the others are one line with their number.
 */
export function keepRejections({
  clock,
  database,
  log,
}: Pick<Deps, 'clock' | 'database' | 'log'>): RejectionLog {
  const waiting = new Map<string, Rejection>();
  const told = new Map<string, Set<string>>();
  const logGate = createFloodGate(LOGGED, MINUTE);
  let minute = 0;
  let timer: NodeJS.Timeout | undefined;

  const remember = (why: string, { kind, message }: RefusedAt, owner: Owner): void => {
    const at = clock.now();
    if (minuteOf(at) !== minute) {
      minute = minuteOf(at);
      told.clear();
    }
    const hash = createHash('sha256')
      .update(message ?? '', 'latin1')
      .digest();
    const key = `${owner.id} ${kind} ${why}`;
    const known = told.get(key) ?? new Set<string>();
    told.set(key, known);
    const hex = hash.toString('hex');
    const isApart = message !== null && (known.has(hex) || known.size < TOLD_APART);
    if (isApart) known.add(hex);

    const line = `${key} ${isApart ? hex : ''} ${minute}`;
    const before = waiting.get(line);
    waiting.set(line, {
      merchantId: owner.merchantId,
      connectionId: owner.id,
      kind,
      reason: why,
      digest: isApart ? hash : MANY,
      bytes: isApart ? message.length : null,
      firstAt: before?.firstAt ?? at,
      lastAt: at,
      count: (before?.count ?? 0) + 1,
    });
  };

  let running = Promise.resolve();
  const flush = (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    running = running.then(write);
    return running;
  };

  const write = async (): Promise<void> => {
    const writing = [...waiting];
    waiting.clear();
    for (const [line, rejection] of writing) {
      try {
        await addRejection(database.callback, rejection);
      } catch (error) {
        log.error({ err: error, count: rejection.count }, 'refused callbacks not written down yet');
        const { count = 0, lastAt = 0 } = waiting.get(line) ?? {};
        const sum = { count: count + rejection.count, lastAt: Math.max(lastAt, rejection.lastAt) };
        if (waiting.size < MOST_WAITING) waiting.set(line, { ...rejection, ...sum });
      }
    }
    if (waiting.size > 0) timer ??= setTimeout(() => void flush(), FLUSH_AFTER_MS).unref();
  };

  return {
    count: (why, at) => {
      const count = (counts.get(why) ?? 0) + 1;
      counts.set(why, count);
      const { connection, kind } = at;
      const slug = connection?.slug;
      const toldNow = logGate(`${why} ${slug} ${kind}`, clock.wall());
      if (toldNow !== null) log.warn({ why, count, slug, kind, ...toldNow }, 'callback refused');
      if (connection === null) return;
      remember(why, at, connection);
      timer ??= setTimeout(() => void flush(), FLUSH_AFTER_MS).unref();
    },
    flush,
  };
}

type Owner = NonNullable<RefusedAt['connection']>;
