import { createHash, randomUUIDv7 } from 'node:crypto';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction } from '../storage/database.ts';
import { insertUpload } from './upload-store.ts';

/** Bytes. A row of a statement is about a hundred: a hundred thousand of them. */
export const LARGEST_UPLOAD = 10 * 1024 * 1024;
const KEPT_MS = 24 * 3_600_000;
/** Of one person. */
const KEPT_AT_MOST = 5;
const LONGEST_NAME = 200;

/** Keeps a file for a day, so that it can be looked at before anything is made of it. */
export async function keepUpload(
  { clock, database }: Pick<Deps, 'clock' | 'database'>,
  person: Pick<Person, 'id'>,
  {
    merchantId,
    name,
    body,
  }: {
    readonly merchantId: number;
    readonly name: string;
    readonly body: Buffer;
  },
): Promise<{ readonly uploadId: string; readonly sha256: string }> {
  const id = randomUUIDv7();
  const sha256 = createHash('sha256').update(body).digest('hex');
  const now = clock.wall();
  const plainName = name.replace(/[\p{C}/\\]/gu, '').slice(0, LONGEST_NAME);
  await inTransaction(database.read, (sql) =>
    insertUpload(
      sql,
      { id, merchantId, name: plainName, sha256, body },
      { createdBy: person.id, now, since: now - KEPT_MS, keep: KEPT_AT_MOST },
    ),
  );
  return { uploadId: id, sha256 };
}
