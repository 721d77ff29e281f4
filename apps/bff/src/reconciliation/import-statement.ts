import { randomUUIDv7 } from 'node:crypto';
import { totalsOf } from 'paygate-payments';
import { recordAudit } from '../audit/record-audit.ts';
import { findConnection } from '../connections/find-connection.ts';
import type { Deps } from '../deps.ts';
import { addDays, startOfDay } from '../reports/swiss-time.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { fieldError } from '../trpc.ts';
import { compareStatement } from './compare-statement.ts';
import { getStatement } from './get-statement.ts';
import { type LoadedStatement, loadStatement, type Reconciling } from './load-statement.ts';
import { saveMapping } from './mapping-store.ts';
import { formatProblem, type ReadStatement, readStatement } from './read-statement.ts';
import type { ImportStatementInput } from './reconciliation-input.ts';
import type { StatementView } from './reconciliation-view.ts';
import { insertStatement, insertStatementLines } from './statement-store.ts';

/**
 * Stores every line of a statement and compares it with what we know, all of it or nothing.
 * @throws TRPCError with the field: `uploadId` with `same-file` for one that was imported before,
 * `line.<n>` with `faulty-lines` while one cannot be read.
 */
export async function importStatement(
  deps: Deps,
  reconciling: Reconciling,
  input: ImportStatementInput,
): Promise<StatementView> {
  const loaded = await loadStatement(deps, reconciling, input.uploadId, input.format);
  const unfit = formatProblem(loaded.rows, input.format);
  if (unfit !== null) throw fieldError(`format.${unfit.field}`, unfit.problem);
  const read = readStatement(loaded.rows, input.format, loaded.gatewayMerchantIds);
  const [faulty] = read.problems;
  if (faulty !== undefined) throw fieldError(`line.${faulty.line}`, 'faulty-lines');
  if (read.lines.length === 0) throw fieldError('uploadId', 'no-details');
  const connectionId = await findConnectionId(deps, loaded.merchantId, input.connection);
  const id = await inTransaction(deps.database.export, (sql) =>
    store(deps, sql, reconciling, input, { loaded, read, connectionId }),
  );
  return getStatement(deps, reconciling.memberships, id);
}

async function findConnectionId(deps: Deps, merchantId: number, slug: string | null) {
  if (slug === null) return null;
  const found = await findConnection(deps, deps.database.read, { slug });
  if (found?.merchantId !== merchantId) throw fieldError('connection', 'no-such-connection');
  return found.id;
}

async function store(
  { clock }: Deps,
  sql: Sql,
  { person }: Reconciling,
  { dayKind, format, from, saveAs, to }: ImportStatementInput,
  {
    loaded: { merchantId, name, sha256 },
    read,
    connectionId,
  }: {
    readonly loaded: LoadedStatement;
    readonly read: ReadStatement;
    readonly connectionId: string | null;
  },
): Promise<string> {
  const id = randomUUIDv7();
  const now = clock.now();
  const statement = {
    id,
    merchantId,
    connectionId,
    createdAt: now,
    name,
    sha256,
    format,
    from: startOfDay(from, dayKind),
    until: startOfDay(addDays(to, 1), dayKind),
    dayKind,
    stated: read.stated,
    added: totalsOf(read.lines),
    skipped: read.skipped.reduce((sum, { count }) => sum + count, 0),
    comparedAt: now,
  };
  const isNew = await insertStatement(sql, { ...statement, createdBy: person.id });
  if (!isNew) throw fieldError('uploadId', 'same-file');
  await insertStatementLines(sql, statement, read.lines);
  await compareStatement(sql, statement, now);
  if (saveAs != null) {
    const mapping = { id: randomUUIDv7(), merchantId, name: saveAs, format };
    await saveMapping(sql, mapping, { createdBy: person.id, now });
  }
  await recordAudit(sql, {
    merchantId,
    at: now,
    actorId: person.id,
    action: 'statement-imported',
    subject: `statement:${id}`,
    details: { name, sha256, from, to, dayKind, lines: read.lines.length, ...statement.added },
  });
  return id;
}
