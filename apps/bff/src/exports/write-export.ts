import { type ExportFormat, rightsOf } from 'paygate-payments';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { inTransaction } from '../storage/database.ts';
import { type FileSetting, writeCsv } from './csv-file.ts';
import { markReady, markStart, selectAuthor } from './due-export-store.ts';
import { estimateBytes } from './estimate-bytes.ts';
import type { Export, ExportFailure, StoredFacts } from './export.ts';
import { csvPresets } from './export-format.ts';
import { selectFigures, withSnapshot } from './export-rows-store.ts';
import { tell } from './export-store.ts';
import { countRows, type FileFacts } from './file-facts.ts';
import { hasRoom } from './free-room.ts';
import { planExport } from './plan-export.ts';
import { type StoredFile, storeFile } from './store-file.ts';
import { writeXlsx } from './xlsx-file.ts';

const KEPT_MS = 7 * 24 * 3_600_000;

/** There will be no file, for a reason that a person is told. */
export class ExportFailed extends Error {
  readonly failure: ExportFailure;

  constructor(failure: ExportFailure) {
    super(`export failed: ${failure}`);
    this.name = 'ExportFailed';
    this.failure = failure;
  }
}

/**
 * Makes the file of a claimed export from one view of the database, then offers it. Until that last
 * step nobody is given a byte of it. `asOf` is the moment of that view: an attempt that follows a
 * broken one has a later one.
 * @throws ExportFailed, or what the database or `signal` says.
 */
export async function writeExport(
  deps: Deps,
  claimed: Export,
  { signal, onRows }: { readonly signal: AbortSignal; readonly onRows: (count: number) => void },
): Promise<void> {
  const { clock, database, env } = deps;
  const { definition } = claimed;
  const author = await selectAuthor(database.read, claimed);
  const rights = author === null ? [] : rightsOf(author.role);
  if (author === null || !rights.includes('export')) throw new ExportFailed('right-lost');
  if (claimed.personal && !rights.includes('export-personal')) throw new ExportFailed('right-lost');

  const made = await withSnapshot(database.export, signal, async ({ sql, copy }) => {
    const asOf = clock.now();
    const { cells, filter, selection, words } = await planExport(deps, sql, definition, asOf);
    const figures = await selectFigures(sql, selection);
    const by = author.name || author.email;
    const { personal } = claimed;
    const facts: FileFacts = { merchant: author.merchantName, by, filter, asOf, personal, figures };
    const total = countRows(facts);
    const size = estimateBytes(total, definition.columns, definition.format);
    if (!(await hasRoom(env, size))) throw new ExportFailed('no-room');
    await markStart(database.read, claimed, { asOf, rowsTotal: total });

    let written = 0;
    const file = fileOf(definition.format, {
      columns: definition.columns,
      words,
      facts,
      rows: copy(selection, definition.columns, cells),
      onRows: (count) => {
        written += count;
        onRows(written);
      },
    });
    const stored = await storeFile(database.export, claimed, file, signal);
    if (written !== total) throw new Error(`counted ${total} rows, wrote ${written}`);
    return { stored, facts: { merchant: facts.merchant, filter, figures } };
  });
  await offer(deps, claimed, made);
}

function fileOf(format: ExportFormat, setting: FileSetting): AsyncGenerator<Buffer> {
  return format === 'xlsx' ? writeXlsx(setting) : writeCsv(csvPresets[format], setting);
}

/** The digest goes into the audit log's chain: whoever has the file can prove that it is this one. */
async function offer(
  { clock, database }: Deps,
  claimed: Export,
  { facts, stored }: { readonly facts: StoredFacts; readonly stored: StoredFile },
): Promise<void> {
  const now = clock.now();
  await inTransaction(database.export, async (sql) => {
    const ready = { ...stored, facts, now, expiresAt: now + KEPT_MS };
    if (!(await markReady(sql, claimed, ready))) return;
    await tell(sql, claimed);
    await recordAudit(sql, {
      merchantId: claimed.merchantId,
      at: now,
      actorId: null,
      action: 'export-made',
      subject: `export:${claimed.id}`,
      details: { rows: countRows(facts), bytes: stored.bytes, sha256: stored.sha256 },
    });
  });
}
