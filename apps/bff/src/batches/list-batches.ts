import { z } from 'zod';
import type { Deps } from '../deps.ts';
import { decodeKeyset, encodeKeyset, type Keyset } from '../keyset.ts';
import type { Membership } from '../sessions/person.ts';
import { fieldError } from '../trpc.ts';
import { selectFiles } from './batch-file-store.ts';
import type { BatchLinesInput, ListBatchesInput } from './batch-input.ts';
import { selectLines } from './batch-row-store.ts';
import { countStates } from './batch-state-store.ts';
import type { BatchLineView, BatchView } from './batch-view.ts';
import { findBatch } from './find-batch.ts';
import { toBatchView } from './present-batch.ts';

/** One page of files, newest first; `cursor` is where the last page ended. */
export async function listBatches(
  { database }: Pick<Deps, 'database'>,
  memberships: readonly Membership[],
  { limit, cursor }: ListBatchesInput,
): Promise<{ readonly rows: BatchView[]; readonly nextCursor: string | null }> {
  const sql = database.read;
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const after = cursor == null ? null : readCursor(cursor);
  const found = await selectFiles(sql, merchantIds, { after, limit: limit + 1 });
  const files = found.slice(0, limit);
  const counts = await countStates(
    sql,
    merchantIds,
    files.map(({ id }) => id),
  );
  const last = found.length > limit ? files.at(-1) : undefined;
  return {
    rows: files.map((file) => toBatchView(file, counts.get(file.id))),
    nextCursor: last === undefined ? null : encodeKeyset({ at: last.createdAt, id: last.id }),
  };
}

/** A page of the lines of one file and what became of them; `nextCursor` is null after the last. */
export async function listBatchLines(
  { database }: Pick<Deps, 'database'>,
  memberships: readonly Membership[],
  { fileId, limit, show, cursor }: BatchLinesInput,
): Promise<{ readonly rows: BatchLineView[]; readonly nextCursor: number | null }> {
  const { file } = await findBatch(database.read, memberships, fileId);
  const found = await selectLines(database.read, file, {
    show,
    after: cursor ?? 0,
    limit: limit + 1,
  });
  const rows = found.slice(0, limit);
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.line ?? null) : null };
}

function readCursor(cursor: string): Keyset {
  const keyset = decodeKeyset(cursor, z.uuid());
  if (keyset !== null) return keyset;
  throw fieldError('cursor', 'made for another list');
}
