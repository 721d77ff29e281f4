import { exportDefinition } from 'paygate-bff/src/exports/export-input.ts';
import { copyStatement } from 'paygate-bff/src/exports/export-rows-store.ts';
import { planExport } from 'paygate-bff/src/exports/plan-export.ts';
import type { House } from '../house/house.ts';

/** As in the list: twelve columns, no personal data. */
const columns = [
  'refNr',
  'transId',
  'status',
  'currency',
  'authorized',
  'captured',
  'refunded',
  'remaining',
  'createdAt',
  'captureBy',
  'refundUntil',
  'connection',
];
const definition = { merchantId: 1, scope: { kind: 'all' }, columns, language: 'en' };
export const csvExport = { ...definition, format: 'csv-rfc4180' };
export const xlsxExport = { ...definition, format: 'xlsx' };

/** The columns as they are stored: COPY does nothing but write them. */
export const bareCopy = `COPY (SELECT ref_nr, trans_id, status, currency, authorized, captured, refunded,
  greatest(0, authorized - captured - reversed - closed), created_at, capture_by, refund_until, connection_id
  FROM payments WHERE merchant_id = 1 ORDER BY created_at DESC, id DESC) TO STDOUT (FORMAT csv)`;

/** The very statement of the product's CSV export. */
export async function sameCopy({ deps }: House): Promise<string> {
  const parsed = exportDefinition.parse(csvExport);
  const { cells, selection } = await planExport(deps, deps.database.read, parsed, deps.clock.now());
  return copyStatement(selection, parsed.columns, cells);
}
