import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { homeOf } from './list-views.ts';
import type { rememberInput } from './view-input.ts';
import { mergeHabits } from './view-store.ts';

/** Remembers what a person left a list like; said twice or by two tabs, the last one counts. */
export async function rememberHabits(
  deps: Deps,
  person: Person,
  { list, ...said }: z.output<typeof rememberInput>,
): Promise<void> {
  const key = [homeOf(person), person.id, list] as const;
  await mergeHabits(deps.database.read, key, said);
}
