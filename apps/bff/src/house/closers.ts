import type { Logger } from 'pino';

/** What was started and must be stopped again, the latest first. */
export type Closers = {
  /** Remembers how to stop something. Once stopping has begun, it is stopped at once. */
  add(name: string, close: () => unknown): Promise<void>;
  /** Stops everything; a second call waits for the first. */
  closeAll(): Promise<void>;
};

/** One thing that does not stop keeps nothing else from stopping: it is logged and passed over. */
export function createClosers(log: Logger): Closers {
  const open: { name: string; close: () => unknown }[] = [];
  let closing: Promise<void> | null = null;

  const closeOne = async ({ name, close }: { name: string; close: () => unknown }) => {
    try {
      await close();
    } catch (error) {
      log.error({ err: error, part: name }, 'did not stop cleanly');
    }
  };
  const closeEach = async () => {
    for (let last = open.pop(); last !== undefined; last = open.pop()) await closeOne(last);
  };
  return {
    add: async (name, close) => {
      if (closing === null) open.push({ name, close });
      else await closeOne({ name, close });
    },
    closeAll: () => {
      closing ??= closeEach();
      return closing;
    },
  };
}
