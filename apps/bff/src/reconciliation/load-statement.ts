import { listConnections } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import type { Membership, Person } from '../sessions/person.ts';
import { decodeText } from '../tables/decode-text.ts';
import { readTable, type TableRow } from '../tables/read-table.ts';
import { fieldError } from '../trpc.ts';
import { readUpload } from '../uploads/read-upload.ts';
import type { StatementFormat } from './statement-format.ts';
import { suggestFormat } from './suggest-format.ts';

const MOST_ROWS = 100_000;

/** Who reconciles, and where this person may. */
export type Reconciling = { readonly person: Person; readonly memberships: readonly Membership[] };

export type LoadedStatement = {
  readonly merchantId: number;
  readonly name: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly separator: string;
  readonly rows: readonly TableRow[];
  readonly format: StatementFormat;
  /** What this merchant's accounts are called on the wire. */
  readonly gatewayMerchantIds: readonly string[];
};

/**
 * Reads the rows of a file that was handed in, as `wanted` says or, where that is null, as it looks.
 * @throws TRPCError with the field: `uploadId` for a file that is no table, `line.<n>` for a line that
 * cannot be told from the next one.
 */
export async function loadStatement(
  deps: Deps,
  reconciling: Reconciling,
  uploadId: string,
  wanted: StatementFormat | null,
): Promise<LoadedStatement> {
  const { merchantId, name, sha256, body } = await readUpload(deps, reconciling, uploadId);
  const decoded = decodeText(body, wanted?.encoding ?? null);
  if (!decoded.ok) throw fieldError('uploadId', decoded.problem);
  const separator = wanted?.separator;
  const table = await readTable(decoded.text, {
    most: MOST_ROWS,
    ...(separator == null ? {} : { separator }),
  });
  if (!table.ok) {
    throw fieldError(table.line === null ? 'uploadId' : `line.${table.line}`, table.problem);
  }
  const connections = await listConnections(deps, deps.database.read, [merchantId]);
  return {
    merchantId,
    name,
    sha256,
    encoding: decoded.encoding,
    separator: table.separator,
    rows: table.rows,
    format: wanted ?? suggestFormat(table.rows),
    gatewayMerchantIds: connections.map(({ gatewayMerchantId }) => gatewayMerchantId),
  };
}
