import type { ExportFormat } from 'paygate-payments';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import type { Export } from './export.ts';
import { selectExport } from './export-store.ts';
import { exportMerchants } from './find-export.ts';
import { nameFile } from './name-file.ts';
import { readFile } from './store-file.ts';

export type Download = {
  readonly id: string;
  readonly fileName: string;
  readonly format: ExportFormat;
  readonly bytes: number;
  readonly sha256: string;
  /** The bytes, the same every time. */
  read(): AsyncIterable<Buffer>;
};

/**
 * The file of an export, for who made it and still may: null for anybody else, and when there is
 * none. Every download that is asked for is written down before the first byte.
 */
export async function downloadExport(
  { clock, database }: Deps,
  person: Person,
  exportId: string,
  { isAsked }: { readonly isAsked: boolean },
): Promise<Download | null> {
  const ready = await findReady(database.read, person, exportId, clock.now());
  if (ready === null) return null;
  if (isAsked) {
    await inTransaction(database.read, (sql) =>
      recordAudit(sql, {
        merchantId: ready.merchantId,
        at: clock.now(),
        actorId: person.id,
        action: 'export-downloaded',
        subject: `export:${ready.id}`,
        details: { personal: ready.personal, sha256: ready.sha256 },
      }),
    );
  }
  const { bytes, sha256 } = ready;
  return {
    id: ready.id,
    fileName: nameFile(ready),
    format: ready.definition.format,
    bytes,
    sha256,
    read: () => readFile(database.export, ready, { bytes }),
  };
}

type Ready = Export & { readonly bytes: number; readonly sha256: string; readonly asOf: number };

/** An export with a file that this person may have at `now` (ms UTC), or null. */
export async function findReady(
  sql: Sql,
  person: Person,
  exportId: string,
  now: number,
): Promise<Ready | null> {
  if (!z.uuid().safeParse(exportId).success) return null;
  const found = await selectExport(sql, person.id, exportMerchants(person), exportId);
  if (found?.state !== 'ready' || (found.expiresAt ?? 0) <= now) return null;
  if (found.personal && !mayHavePersonal(person, found.merchantId)) return null;
  const { asOf, bytes, sha256 } = found;
  if (asOf === null || bytes === null || sha256 === null) return null;
  return { ...found, asOf, bytes, sha256 };
}

function mayHavePersonal({ memberships }: Person, merchantId: number): boolean {
  return memberships.some(
    (known) => known.merchantId === merchantId && known.rights.includes('export-personal'),
  );
}
