import { TRPCError } from '@trpc/server';
import { mayShareViews } from 'paygate-payments';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import { visibleMerchants } from '../payments/find-visible-payment.ts';
import type { Person } from '../sessions/person.ts';
import { type Habits, habits, type ListName, type viewsView } from './view-input.ts';
import { selectHabits, selectViews } from './view-store.ts';

const noHabits: Habits = { plain: null, changed: null, lastView: null, defaultView: null };

/** The views of a list, and what the person left it like. */
export async function listViews(
  deps: Deps,
  person: Person,
  list: ListName,
): Promise<z.output<typeof viewsView>> {
  const sql = deps.database.read;
  const home = homeOf(person);
  const stored = await selectViews(sql, visibleMerchants(person), person.id, list);
  // Whatever an older program left there: what cannot be read is forgotten.
  const left = habits.partial().safeParse(await selectHabits(sql, [home, person.id, list]));
  return {
    views: stored.map((view) => ({
      id: view.id,
      merchantId: view.merchantId,
      name: view.name,
      isTeam: view.ownerId === null,
      by: view.by,
      mayChange: view.ownerId !== null || mayShareAt(person, view.merchantId),
      address: view.address,
      layout: view.layout,
      version: view.version,
    })),
    merchantId: home,
    mayShare: mayShareAt(person, home),
    habits: { ...noHabits, ...left.data } as Habits,
  };
}

/** Where a person's own things are kept: the first merchant they see. */
export function homeOf(person: Person): number {
  const [first] = visibleMerchants(person).toSorted((one, other) => one - other);
  if (first === undefined) throw new TRPCError({ code: 'NOT_FOUND' });
  return first;
}

/** Whether a person may make, change and delete views of the team at a merchant. */
export function mayShareAt({ memberships }: Person, merchantId: number): boolean {
  return memberships.some(
    (known) => known.merchantId === merchantId && mayShareViews(known.rights),
  );
}
