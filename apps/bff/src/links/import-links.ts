import { TRPCError } from '@trpc/server';
import { z } from 'zod';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { Refused } from '../refused.ts';
import { inTransaction } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { checkWish } from './check-wish.ts';
import { type Asking, addLink } from './create-link.ts';
import type { ImportLinksInput, LinkWish } from './link-input.ts';
import { linkView, toLinkView } from './link-view.ts';
import { ownConnection, ownLink } from './own-links.ts';
import { type FileLine, parseLinkFile } from './parse-link-file.ts';

const problem = z.object({ field: z.string(), problem: z.string() });

/** What would become of each line. Amounts in minor units. */
export const importView = z.object({
  lines: z.array(
    z.object({
      line: z.int(),
      raw: z.string(),
      amount: z.int().nullable(),
      refNr: z.string().nullable(),
      orderDesc: z.string(),
      problems: z.array(problem),
    }),
  ),
  sum: z.int(),
  faulty: z.int(),
});
export type ImportView = z.infer<typeof importView>;

export const importResultView = z.object({ rows: z.array(linkView) });

/** A dry run: reads every line and asks every rule, and makes nothing. */
export async function previewImport(
  deps: Deps,
  asking: Asking,
  input: ImportLinksInput,
): Promise<ImportView> {
  const connection = await ownConnection(deps, asking.memberships, input.connection);
  const parsed = parseLinkFile(input.text);
  if (!parsed.ok) throw fieldError('text', parsed.problem);
  const lines = parsed.lines.map((line) => ({
    ...line,
    problems: [...line.problems, ...problemsOf(deps, connection, asking, input, line)],
  }));
  return {
    lines,
    sum: lines.reduce((sum, { amount }) => sum + (amount ?? 0), 0),
    faulty: lines.filter(({ problems }) => problems.length > 0).length,
  };
}

/**
 * Makes one link per line, all of them or none. The same key with the same file gives back the same
 * links.
 * @throws TRPCError field `text` while a line has a problem.
 */
export async function createImport(
  deps: Deps,
  asking: Asking,
  { key, ...input }: ImportLinksInput & { readonly key: string },
): Promise<z.infer<typeof importResultView>> {
  const { lines, faulty } = await previewImport(deps, asking, input);
  if (faulty > 0) throw fieldError('text', 'faulty-lines');
  const connection = await ownConnection(deps, asking.memberships, input.connection);
  const ids = await inTransaction(deps.database.money, async (sql) => {
    const made: string[] = [];
    for (const [row, line] of lines.entries()) {
      const wish = wishOf(input, line);
      made.push(await addLink(deps, sql, asking, connection, wish, { key, row }));
    }
    return made;
  });
  const rows = [];
  for (const id of ids) rows.push(toLinkView(await ownLink(deps, asking.memberships, id)));
  return { rows };
}

function problemsOf(
  deps: Deps,
  connection: GatewayConnection,
  { origin }: Asking,
  input: ImportLinksInput,
  line: FileLine,
): z.infer<typeof problem>[] {
  if (line.problems.length > 0) return [];
  try {
    checkWish(deps, connection, wishOf(input, line), { origin, now: deps.clock.now() });
    return [];
  } catch (error) {
    if (error instanceof Refused) return [{ field: 'amount', problem: error.refusal }];
    if (!(error instanceof TRPCError && error.cause instanceof z.ZodError)) throw error;
    return error.cause.issues.map(({ path, message }) => ({
      field: path.join('.'),
      problem: message,
    }));
  }
}

function wishOf(
  { connection, language, capture, validUntil }: ImportLinksInput,
  { amount, refNr, orderDesc }: Pick<FileLine, 'amount' | 'refNr' | 'orderDesc'>,
): LinkWish {
  return { connection, language, capture, validUntil, amount: amount ?? 0, refNr, orderDesc };
}
