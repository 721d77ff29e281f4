import { setTimeout as pause } from 'node:timers/promises';

const AGAIN_MS = 50;
const MOST_TRIES = 600;

/** Looks again while the database or a server is away, for half a minute at most. */
export async function patiently<T>(look: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await look();
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      await pause(AGAIN_MS);
    }
  }
}
