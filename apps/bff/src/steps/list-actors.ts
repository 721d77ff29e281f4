import type { Deps } from '../deps.ts';
import { visibleMerchants } from '../payments/find-visible-payment.ts';
import type { Person } from '../sessions/person.ts';
import { type Actor, selectActors } from './actor-store.ts';

/** Who may have done a step that this person sees. */
export async function listActors(deps: Deps, person: Person): Promise<Actor[]> {
  return [...(await selectActors(deps.database.read, visibleMerchants(person)))];
}
