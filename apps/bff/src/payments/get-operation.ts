import { TRPCError } from '@trpc/server';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { visibleMerchants } from './find-visible-payment.ts';
import { findOperation } from './operation-store.ts';
import { presentOperation } from './present-operation.ts';

/**
 * An operation by its id or by the key its caller made, for a browser whose answer got lost.
 * @throws TRPCError NOT_FOUND when the person may see no such operation.
 */
export async function getOperation(
  deps: Deps,
  person: Person,
  name: { readonly operationId: string } | { readonly key: string },
) {
  const operation = await findOperation(deps.database.money, visibleMerchants(person), name);
  if (operation === null) throw new TRPCError({ code: 'NOT_FOUND' });
  return presentOperation(deps, person, operation);
}
