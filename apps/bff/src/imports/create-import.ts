import { createHash, randomUUIDv7 } from 'node:crypto';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { getImport } from './get-import.ts';
import type { CreateImportInput } from './import-input.ts';
import { insertLines } from './import-line-store.ts';
import { insertImport, selectByKey } from './import-store.ts';
import type { ImportView } from './import-view.ts';
import { countsOf } from './preview-import.ts';
import { type Importing, type ReadList, readList } from './read-list.ts';

/**
 * Notes every line of a list, as a whole or not at all; a worker asks about them. The same key with the
 * same list gives back the same import.
 * @throws TRPCError with the field; Refused `key-reused`.
 */
export async function createImport(
  deps: Deps,
  importing: Importing,
  input: CreateImportInput,
): Promise<ImportView> {
  const list = await readList(deps, importing, input);
  if (list.undated > 0) throw fieldError('authorizedFrom', 'date-missing');
  const id = await inTransaction(deps.database.export, (sql) =>
    note(deps, sql, importing, list, input),
  );
  return getImport(deps, importing.memberships, id);
}

async function note(
  { clock }: Deps,
  sql: Sql,
  { person }: Importing,
  { connection, lines, name, sha256 }: ReadList,
  { key, perSecond, authorizedFrom }: CreateImportInput,
): Promise<string> {
  const id = randomUUIDv7();
  const { merchantId, id: connectionId } = connection;
  const requestHash = createHash('sha256')
    .update(JSON.stringify([person.id, connectionId, sha256, authorizedFrom ?? null]))
    .digest();
  const now = clock.now();
  const isNew = await insertImport(sql, {
    id,
    merchantId,
    connectionId,
    createdBy: person.id,
    createdAt: now,
    name,
    sha256,
    key,
    requestHash,
    perSecond,
    lines: lines.length,
    wall: clock.wall(),
  });
  if (!isNew) {
    const known = await selectByKey(sql, merchantId, key);
    if (known?.requestHash.equals(requestHash) !== true) throw new Refused('key-reused');
    return known.id;
  }
  await insertLines(sql, { merchantId, id }, lines);
  await recordAudit(sql, {
    merchantId,
    at: now,
    actorId: person.id,
    action: 'import-created',
    subject: `import:${id}`,
    details: {
      name,
      sha256,
      connectionId,
      perSecond,
      lines: lines.length,
      ...countsOf(lines.map(({ state }) => ({ state, count: 1 }))),
    },
  });
  return id;
}
