import { withOwner } from '../storage/owner-connection.ts';
import { testDatabase } from '../storage/testing.ts';
import { runTorture } from './run-torture.ts';
import type { SeededBug } from './seeded-bug.ts';

/** A bug that nobody found in so many operations is one that the torture does not find. */
const OPERATIONS = 600;

/** Where the search begins, and how much people want in each of its histories. */
export type Search = { readonly seed: number; readonly intents?: number };

/**
 * Tortures a house with this mistake in it, on a database of its own, until something is violated.
 * `marks` tells how often the wrong code ran.
 */
export async function plantBug(
  { schema, plant }: Pick<SeededBug, 'schema' | 'plant'>,
  search: Search,
): Promise<{ readonly marks: number; readonly violations: readonly string[] }> {
  const { appUrl, ownerUrl, drop } = await testDatabase();
  try {
    if (schema !== undefined) await withOwner(ownerUrl, (client) => client.query(schema));
    let marks = 0;
    const planted = plant(() => {
      marks += 1;
    });
    const variant = { ...planted, stopsAtViolation: true };
    const run = { url: appUrl, operations: OPERATIONS, ...search, variant };
    const { violations } = await runTorture(run);
    return { marks, violations };
  } finally {
    await drop();
  }
}
