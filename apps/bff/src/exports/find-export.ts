import { TRPCError } from '@trpc/server';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import type { Export } from './export.ts';
import { selectExport } from './export-store.ts';

/** The merchants whose payments a person may export. */
export function exportMerchants({ memberships }: Person): readonly number[] {
  return memberships
    .filter(({ rights }) => rights.includes('export'))
    .map(({ merchantId }) => merchantId);
}

/** @throws TRPCError NOT_FOUND, for somebody else's export just as for none. */
export async function findExport(sql: Sql, person: Person, exportId: string): Promise<Export> {
  const found = await selectExport(sql, person.id, exportMerchants(person), exportId);
  if (found === null) throw new TRPCError({ code: 'NOT_FOUND' });
  return found;
}
