import { TRPCError } from '@trpc/server';
import type { z } from 'zod';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { estimateBytes } from './estimate-bytes.ts';
import type { ExportDefinition } from './export-input.ts';
import { selectFigures } from './export-rows-store.ts';
import type { estimateView } from './export-view.ts';
import { exportMerchants } from './find-export.ts';
import { planExport } from './plan-export.ts';

const TOO_LONG = '57014';

/**
 * What a file would be like if it were made now: rows, about how many bytes, the filter in words.
 * @throws TRPCError NOT_FOUND for a foreign merchant or connection.
 */
export async function estimateExport(
  deps: Deps,
  person: Person,
  definition: ExportDefinition,
): Promise<z.infer<typeof estimateView>> {
  const { columns, format, merchantId } = definition;
  if (!exportMerchants(person).includes(merchantId)) throw new TRPCError({ code: 'NOT_FOUND' });
  const sql = deps.database.read;
  const { filter, selection } = await planExport(deps, sql, definition, deps.clock.now());
  const rows = await selectFigures(sql, selection).then(
    (figures) => figures.reduce((sum, { rows: count }) => sum + count, 0),
    (error: unknown) => {
      if (error instanceof Error && 'code' in error && error.code === TOO_LONG) return null;
      throw error;
    },
  );
  return { rows, bytes: rows === null ? null : estimateBytes(rows, columns, format), filter };
}
