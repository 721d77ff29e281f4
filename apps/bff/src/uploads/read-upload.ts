import type { Deps } from '../deps.ts';
import type { Membership, Person } from '../sessions/person.ts';
import { fieldError } from '../trpc.ts';
import { selectUpload, type Upload } from './upload-store.ts';

/**
 * A file this person handed in for a merchant of theirs.
 * @throws TRPCError with the field `uploadId` where there is none, or no more.
 */
export async function readUpload(
  { database }: Pick<Deps, 'database'>,
  {
    person,
    memberships,
  }: {
    readonly person: Pick<Person, 'id'>;
    readonly memberships: readonly Membership[];
  },
  uploadId: string,
): Promise<Upload> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const found = await selectUpload(database.read, person.id, merchantIds, uploadId);
  if (found === null) throw fieldError('uploadId', 'upload-gone');
  return found;
}
