import type { Deps } from '../deps.ts';
import { hashToken } from './one-time-token.ts';
import type { Person } from './person.ts';
import { rightsInForce } from './rights-in-force.ts';
import { readSessionCookie } from './session-cookie.ts';
import { sessionLimits } from './session-limits.ts';
import { selectSession, touchSession } from './session-store.ts';

/**
 * The person behind a `Cookie` header, read fresh from the database, so that a right that was taken
 * away is gone with the next request. Null when nobody is signed in.
 */
export async function readSession(
  { clock, database, env }: Pick<Deps, 'clock' | 'database' | 'env'>,
  cookieHeader: string | undefined,
): Promise<Person | null> {
  const token = readSessionCookie(cookieHeader);
  if (token === null) return null;
  const wall = clock.wall();
  const hash = hashToken(token);
  const idleSince = new Date(wall - sessionLimits.idleMs);
  const session = await selectSession(database.session, hash, new Date(wall), idleSince);
  if (session === null || (!env.demo && session.demo)) return null;
  if (wall - session.lastSeenAt.getTime() > sessionLimits.touchEveryMs) {
    await touchSession(database.session, hash, new Date(wall));
  }
  const { userId, email, name, secondFactor } = session;
  return {
    id: userId,
    email,
    name,
    secondFactor,
    memberships: session.memberships.map((membership) => ({
      ...membership,
      rights: rightsInForce(membership.role, { demo: env.demo, secondFactor }),
    })),
  };
}
