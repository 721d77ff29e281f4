import { findConnection } from '../connections/find-connection.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import { belongs } from '../connections/own-connections.ts';
import type { Deps } from '../deps.ts';
import type { Membership, Person } from '../sessions/person.ts';
import { decodeText } from '../tables/decode-text.ts';
import { readMoment } from '../tables/read-moment.ts';
import { readTable } from '../tables/read-table.ts';
import { fieldError } from '../trpc.ts';
import { readUpload } from '../uploads/read-upload.ts';
import type { ImportLine } from './import.ts';
import type { PreviewImportInput } from './import-input.ts';
import { parseImport } from './parse-import.ts';

const MOST_LINES = 50_000;

/** Who imports, and where this person may. */
export type Importing = { readonly person: Person; readonly memberships: readonly Membership[] };

export type ReadList = {
  readonly connection: GatewayConnection;
  readonly name: string;
  readonly sha256: string;
  readonly encoding: string;
  readonly separator: string;
  readonly lines: readonly ImportLine[];
  readonly undated: number;
};

/**
 * Reads the list that was handed in.
 * @throws TRPCError with the field: `connection`, `uploadId` for a file that is no list, `line.<n>` for
 * a line that cannot be told from the next one.
 */
export async function readList(
  deps: Deps,
  importing: Importing,
  { connection: slug, uploadId, authorizedFrom }: PreviewImportInput,
): Promise<ReadList> {
  const connection = await findConnection(deps, deps.database.read, { slug });
  if (connection === null || !belongs(importing.memberships, connection.merchantId)) {
    throw fieldError('connection', 'no-such-connection');
  }
  const upload = await readUpload(deps, importing, uploadId);
  if (upload.merchantId !== connection.merchantId) throw fieldError('uploadId', 'upload-gone');
  const decoded = decodeText(upload.body);
  if (!decoded.ok) throw fieldError('uploadId', decoded.problem);
  const table = await readTable(decoded.text, { most: MOST_LINES });
  if (!table.ok) {
    throw fieldError(table.line === null ? 'uploadId' : `line.${table.line}`, table.problem);
  }
  const now = deps.clock.now();
  const parsed = parseImport(table.rows, {
    gatewayMerchantId: connection.gatewayMerchantId,
    fallback: fallbackOf(authorizedFrom, now),
    now,
  });
  if (!parsed.ok) throw fieldError('uploadId', parsed.problem);
  const { lines, undated } = parsed;
  const { name, sha256 } = upload;
  const { separator } = table;
  return { connection, name, sha256, encoding: decoded.encoding, separator, lines, undated };
}

function fallbackOf(day: string | null | undefined, now: number): number | null {
  if (day == null) return null;
  const moment = readMoment(day);
  if (typeof moment === 'string') throw fieldError('authorizedFrom', moment);
  if (moment.at > now) throw fieldError('authorizedFrom', 'date-future');
  return moment.at;
}
