import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from 'paygate-bff/src/env.ts';
import { exportDefinition } from 'paygate-bff/src/exports/export-input.ts';
import { copyStatement } from 'paygate-bff/src/exports/export-rows-store.ts';
import { planExport } from 'paygate-bff/src/exports/plan-export.ts';
import { createClosers } from 'paygate-bff/src/house/closers.ts';
import { createLog } from 'paygate-bff/src/log.ts';
import { makeData } from '../data/make-data.ts';
import { openHouse } from '../data/open-house.ts';

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

/** The columns as they are stored, for whom COPY does nothing but write them. */
const RAW = `COPY (SELECT ref_nr, trans_id, status, currency, authorized, captured, refunded,
  greatest(0, authorized - captured - reversed - closed), created_at, capture_by, refund_until, connection_id
  FROM payments WHERE merchant_id = 1 ORDER BY created_at DESC, id DESC) TO STDOUT (FORMAT csv)`;

export type FullHouse = { readonly dataDir: string; remove(): void };
export type Copies = { readonly same: string; readonly raw: string; readonly url: string };

/** A data directory of its own with so many payments; `work` is given the statements of the limit. */
export async function fillHouse(
  rows: number,
  work: (copies: Copies) => Promise<void>,
): Promise<FullHouse> {
  const dataDir = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  const log = createLog();
  const closers = createClosers(log);
  try {
    const { deps, ownerUrl } = await openHouse(readEnv({ DATA_DIR: dataDir }), log, closers);
    const now = Date.now();
    await makeData(ownerUrl, { rows, steps: 0, now }, () => undefined);
    const parsed = exportDefinition.parse(csvExport);
    const { cells, selection } = await planExport(deps, deps.database.read, parsed, now);
    const same = copyStatement(selection, parsed.columns, cells);
    await work({ same, raw: RAW, url: ownerUrl });
  } finally {
    await closers.closeAll();
  }
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}
