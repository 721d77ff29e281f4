import { randomUUIDv7 } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { isPersonalColumn } from 'paygate-payments';
import { recordAudit } from '../audit/record-audit.ts';
import { recordDenial } from '../audit/record-denial.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import type { ExportDefinition } from './export-input.ts';
import { countOpen, countPayments, insertExport, selectExport } from './export-store.ts';
import type { ExportView } from './export-view.ts';
import { exportMerchants, findExport } from './find-export.ts';
import { planExport } from './plan-export.ts';
import { createExportPresenter } from './present-export.ts';

/** Of one person, waiting or being made. */
const OPEN_AT_MOST = 3;
/** Bytes of files that one merchant keeps at a time. */
const KEPT_AT_MOST = 4 * 1024 ** 3;

/**
 * Notes that a file is wanted; a worker makes it.
 * @throws TRPCError NOT_FOUND for a foreign merchant, connection or payment, FORBIDDEN for personal
 * data without its right, BAD_REQUEST when the person or the merchant has too many files.
 */
export async function createExport(
  deps: Deps,
  person: Person,
  definition: ExportDefinition,
  againOf: string | null = null,
): Promise<ExportView> {
  const { clock, database } = deps;
  const personal = await proveRights(deps, person, definition);
  await proveSelection(deps, definition);
  const id = randomUUIDv7();
  const { merchantId, columns, format, language, scope } = definition;
  const made = await inTransaction(database.read, async (sql) => {
    await proveRoom(sql, person, merchantId);
    const now = clock.now();
    const createdBy = person.id;
    await insertExport(sql, {
      id,
      merchantId,
      createdBy,
      createdAt: now,
      definition,
      personal,
      againOf,
    });
    await recordAudit(sql, {
      merchantId,
      at: now,
      actorId: person.id,
      action: 'export-created',
      subject: `export:${id}`,
      details: { scope: scope.kind, columns, format, language, personal, againOf },
    });
    return selectExport(sql, person.id, [merchantId], id);
  });
  if (made === null) throw new Error(`export ${id} was not stored`);
  const present = await createExportPresenter(database.read, person, clock.now());
  return present(made);
}

/** The same again: rows, sums and deadlines of now. The first file stays as it is. */
export async function repeatExport(
  deps: Deps,
  person: Person,
  exportId: string,
): Promise<ExportView> {
  const { definition, id } = await findExport(deps.database.read, person, exportId);
  return createExport(deps, person, definition, id);
}

/** Whether personal data is asked for; who may not have it is told so, and that is written down. */
async function proveRights(
  deps: Deps,
  person: Person,
  { columns, merchantId }: ExportDefinition,
): Promise<boolean> {
  if (!exportMerchants(person).includes(merchantId)) throw new TRPCError({ code: 'NOT_FOUND' });
  const personal = columns.some(isPersonalColumn);
  const membership = person.memberships.find((known) => known.merchantId === merchantId);
  if (personal && membership?.rights.includes('export-personal') !== true) {
    await recordDenial(deps, person, { right: 'export-personal', path: 'exports.create' });
    throw new TRPCError({ code: 'FORBIDDEN', message: 'export-personal' });
  }
  return personal;
}

async function proveSelection(deps: Deps, definition: ExportDefinition): Promise<void> {
  const { merchantId, scope } = definition;
  const sql = deps.database.read;
  await planExport(deps, sql, definition, deps.clock.now());
  if (scope.kind !== 'selected') return;
  const found = await countPayments(sql, merchantId, scope.paymentIds);
  if (found !== scope.paymentIds.length) throw new TRPCError({ code: 'NOT_FOUND' });
}

async function proveRoom(sql: Sql, person: Person, merchantId: number): Promise<void> {
  const { bytes, open } = await countOpen(sql, person.id, merchantId);
  if (open >= OPEN_AT_MOST) throw fieldError('export', 'too-many-open');
  if (bytes >= KEPT_AT_MOST) throw fieldError('export', 'too-much-kept');
}
