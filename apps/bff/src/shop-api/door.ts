import { createFloodGate } from '../audit/flood-gate.ts';
import { createJunkGate } from '../callbacks/junk-gate.ts';
import type { Deps } from '../deps.ts';
import { findKey } from './find-key.ts';
import type { ShopKey } from './key-store.ts';
import type { KeyRight } from './shop-key.ts';
import { ShopProblem } from './shop-problem.ts';

/** Requests of one key in ten seconds, in each server process. */
const MOST = 200;
const WINDOW_MS = 10_000;

/** Who knocks: from which address, and with what in the header Authorization. */
type Knock = { readonly ip: string | undefined; readonly authorization: string | undefined };

export type ShopDoor = ReturnType<typeof createDoor>;

/**
 * Lets in who has a key with the right, as long as not too much comes: of one key, or of an address
 * that shows keys that do not exist.
 */
export function createDoor(deps: Pick<Deps, 'clock' | 'database'>, most = MOST) {
  const flood = createFloodGate(most, WINDOW_MS);
  const junk = createJunkGate();
  return {
    /** @throws ShopProblem that says why not. */
    async enter({ ip, authorization }: Knock, right: KeyRight): Promise<ShopKey> {
      const wall = deps.clock.wall();
      if (junk.isClosed(ip, wall)) throw new ShopProblem('too-many-requests');
      const key = await findKey(deps, authorization).catch((error: unknown) => {
        if (error instanceof ShopProblem) junk.count(ip, wall);
        throw error;
      });
      if (flood(key.id, wall) === null) throw new ShopProblem('too-many-requests');
      if (!key.rights.includes(right)) {
        throw new ShopProblem('right-missing', [{ field: 'Authorization', detail: right }]);
      }
      return key;
    },
  };
}
