import { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Membership } from '../sessions/person.ts';
import type { ListLinesInput } from './import-input.ts';
import { selectLines } from './import-line-store.ts';
import { countLines, type NamedImport, selectImport, selectImports } from './import-store.ts';
import type { ImportView, linesView } from './import-view.ts';
import { countsOf } from './preview-import.ts';

type Where = readonly Membership[];

/** @throws TRPCError NOT_FOUND, for another merchant's import just as for none. */
export async function ownImport(
  { database }: Pick<Deps, 'database'>,
  memberships: Where,
  importId: string,
): Promise<NamedImport> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  const found = await selectImport(database.read, merchantIds, importId);
  if (found === null) throw new TRPCError({ code: 'NOT_FOUND', message: 'no-such-import' });
  return found;
}

/** @throws TRPCError NOT_FOUND. */
export async function getImport(deps: Deps, memberships: Where, importId: string) {
  const [view] = await present(deps, [await ownImport(deps, memberships, importId)]);
  if (view === undefined) throw new Error(`import ${importId} could not be shown`);
  return view;
}

/** The newest hundred, newest first. */
export async function listImports(
  deps: Deps,
  memberships: Where,
): Promise<{ readonly rows: ImportView[] }> {
  const merchantIds = memberships.map(({ merchantId }) => merchantId);
  return { rows: await present(deps, await selectImports(deps.database.read, merchantIds)) };
}

/**
 * A page of the lines of an import, in their order.
 * @throws TRPCError NOT_FOUND.
 */
export async function listLines(
  deps: Deps,
  memberships: Where,
  { importId, states, after, limit }: ListLinesInput,
): Promise<z.infer<typeof linesView>> {
  const found = await ownImport(deps, memberships, importId);
  const wish = { after, limit: limit + 1, states: states ?? null };
  const rows = await selectLines(deps.database.read, found, wish);
  const page = rows.slice(0, limit);
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.line ?? null) : null };
}

async function present(
  { database }: Pick<Deps, 'database'>,
  imports: readonly NamedImport[],
): Promise<ImportView[]> {
  const counted = Map.groupBy(await countLines(database.read, imports), ({ id }) => id);
  return imports.map(({ connectionId: _, createdBy: _by, label, ...rest }) => ({
    ...rest,
    connection: label,
    counts: countsOf(counted.get(rest.id) ?? []),
  }));
}
