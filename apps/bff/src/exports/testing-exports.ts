import { createHash, randomUUIDv7 } from 'node:crypto';
import type { Desk } from '../payments/testing.ts';
import type { Person } from '../sessions/person.ts';
import { createExport } from './create-export.ts';
import type { Export } from './export.ts';
import { type ExportDefinition, exportDefinition } from './export-input.ts';
import { selectExport } from './export-store.ts';
import type { ExportView } from './export-view.ts';
import { claimNext, runExport } from './export-worker.ts';
import { readFile } from './store-file.ts';

type Wish = Partial<Parameters<typeof exportDefinition.parse>[0] & ExportDefinition>;

/** A definition for merchant 1; what is left out is a small table of everything. */
export function define(wish: Wish | Record<string, unknown> = {}): ExportDefinition {
  return exportDefinition.parse({
    merchantId: 1,
    scope: { kind: 'all' },
    columns: ['transId', 'refNr', 'status', 'authorized', 'createdAt'],
    format: 'csv-rfc4180',
    language: 'en',
    ...wish,
  });
}

/** Asks for a file and has it made. */
export async function makeExport(
  desk: Desk,
  person: Person,
  definition: ExportDefinition,
): Promise<Made> {
  const view = await createExport(desk.deps, person, definition);
  await makeNext(desk);
  return madeFile(desk, person, view);
}

type Made = { readonly stored: Export; readonly bytes: Buffer; readonly digest: string };

/** What a worker does with the next export that waits. */
export async function makeNext({ deps }: Desk): Promise<Export | null> {
  const claimed = await claimNext(deps);
  if (claimed !== null) await runExport(deps, claimed, new AbortController().signal);
  return claimed;
}

/** The stored file and its true SHA-256. */
export async function madeFile(
  { deps }: Desk,
  person: Person,
  { id, merchantId }: Pick<ExportView, 'id' | 'merchantId'>,
): Promise<Made> {
  const stored = await findStored(deps, person, { id, merchantId });
  if (stored.bytes === null) throw new Error(`no file: ${stored.state} ${stored.failure}`);
  const pieces: Buffer[] = [];
  for await (const piece of readFile(deps.database.read, stored, { bytes: stored.bytes })) {
    pieces.push(piece);
  }
  const bytes = Buffer.concat(pieces);
  return { stored, bytes, digest: createHash('sha256').update(bytes).digest('hex') };
}

export async function findStored(
  deps: Desk['deps'],
  person: Person,
  { id, merchantId }: Pick<ExportView, 'id' | 'merchantId'>,
): Promise<Export> {
  const found = await selectExport(deps.database.read, person.id, [merchantId], id);
  if (found === null) throw new Error(`no export ${id}`);
  return found;
}

/** Payments of merchant 1 on the connection `demo`; amounts in minor units, one minute apart. */
export async function addPayments(
  desk: Desk,
  payments: readonly {
    readonly orderDesc?: string;
    readonly refNr?: string;
    readonly amount?: number;
    readonly captured?: number;
    readonly at?: number;
  }[],
): Promise<string[]> {
  const ids: string[] = [];
  for (const [index, payment] of payments.entries()) {
    const { amount = 10_00, captured = 0, orderDesc = '', refNr = null } = payment;
    const id = randomUUIDv7();
    const at = new Date(payment.at ?? desk.deps.clock.now() - index * 60_000);
    await desk.deps.database.money.query(
      `INSERT INTO payments (id, merchant_id, connection_id, trans_id, ref_nr, order_desc, source, lifecycle,
         status, requested_amount, authorized, captured, authorized_at, created_at, updated_at, search)
       VALUES ($1, 1, $2, $3, $4, $5, 'shop', 'authorized', $6, $7, $7, $8, $9, $9, $9, lower(concat_ws(' ', $4::text, $5::text)))`,
      [
        id,
        desk.connectionId,
        `T-${id}`,
        refNr,
        orderDesc,
        captured > 0 ? 'captured' : 'authorized',
        amount,
        captured,
        at,
      ],
    );
    ids.push(id);
  }
  return ids;
}
