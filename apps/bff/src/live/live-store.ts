import pg from 'pg';

type Listening = { close(): Promise<void> };

const REOPEN_AFTER_MS = 500;
const REOPEN_AT_MOST_MS = 10_000;

/**
 * LISTENs on a channel until closed. A broken connection is opened again, after a pause that doubles
 * up to 10 s; `onConnected(true)` says that notifications may have been missed.
 */
export function listenForever(
  url: string,
  channel: string,
  {
    onPayload,
    onConnected,
    onLost,
  }: {
    readonly onPayload: (payload: string) => void;
    readonly onConnected: (again: boolean) => void;
    readonly onLost: (error: Error) => void;
  },
): Listening {
  let closed = false;
  let connectedBefore = false;
  let pause = REOPEN_AFTER_MS;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;

  const reopen = (error: Error): void => {
    if (closed || timer !== undefined) return;
    onLost(error);
    client?.removeAllListeners('end');
    void client?.end().catch(() => undefined);
    timer = setTimeout(() => {
      timer = undefined;
      open();
    }, pause);
    pause = Math.min(2 * pause, REOPEN_AT_MOST_MS);
  };

  const open = (): void => {
    const opened = new pg.Client({
      connectionString: url,
      application_name: 'paygate-desk live',
      keepAlive: true,
    });
    client = opened;
    opened.on('error', reopen);
    opened.on('end', () => reopen(new Error('the database closed the connection')));
    opened.on('notification', ({ payload }) => onPayload(payload ?? ''));
    opened
      .connect()
      .then(() => opened.query(`LISTEN ${channel}`))
      .then(() => {
        pause = REOPEN_AFTER_MS;
        onConnected(connectedBefore);
        connectedBefore = true;
      })
      .catch(reopen);
  };

  open();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      client?.removeAllListeners('end');
      await client?.end().catch(() => undefined);
    },
  };
}
