import { createHash, randomUUIDv7 } from 'node:crypto';
import { TRPCError } from '@trpc/server';
import { type BatchRecord, buildBatch, largestCounter, writeFileName } from 'paygate-core/batch';
import type { AuditEntry } from '../audit/record-audit.ts';
import { recordAudits } from '../audit/record-audits.ts';
import type { Deps } from '../deps.ts';
import { committed, isUniqueViolation } from '../payments/committed.ts';
import { lockFiledPayments, readFiledPayments } from '../payments/read-filed-payments.ts';
import { type FiledLine, reserveInFile } from '../payments/reserve-in-file.ts';
import { Refused } from '../refused.ts';
import { swissDay } from '../reports/swiss-time.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';
import { fieldError } from '../trpc.ts';
import type { BatchFile } from './batch-file.ts';
import { insertFile, lockCounter, selectFile } from './batch-file-store.ts';
import type { CreateBatchInput } from './batch-input.ts';
import { insertContent, insertRows } from './batch-row-store.ts';
import { type Collected, collectLines } from './collect-lines.ts';
import { createLineJudge } from './judge-lines.ts';
import { type Asking, openWish, rulesFor, type WishScope } from './wish-rules.ts';

/**
 * Makes a file: books an operation for every line, numbers the file and keeps its bytes, in one
 * transaction. What the lines are is asked anew under the locks of their payments, and must be what
 * the person has seen. A key that was used for the same wish gives back its file.
 * @throws Refused `stale-version` when the lines are others by now, `key-reused`; TRPCError BAD_REQUEST
 * for an empty file or when the day has no number left, and what `openWish` and `collectLines` throw.
 */
export async function createBatch(
  deps: Deps,
  asking: Asking,
  input: CreateBatchInput,
): Promise<BatchFile> {
  const scope = await openWish(deps, asking, input);
  const { merchantId } = scope;
  const now = deps.clock.now();
  const collected = await collectLines(deps, deps.database.read, merchantId, input, now);
  const requestHash = hashWish(asking.person.id, input);
  const id = randomUUIDv7();
  const reread = () => selectFile(deps.database.money, [merchantId], { id });
  const work = { id, requestHash, collected, now };
  try {
    return await committed(
      () =>
        inTransaction(deps.database.money, (sql) => make(deps, sql, asking, scope, input, work)),
      reread,
    );
  } catch (error) {
    if (isUniqueViolation(error, 'client_key')) throw new Refused('key-reused');
    throw error;
  }
}

type Work = {
  readonly id: string;
  readonly requestHash: Buffer;
  readonly collected: Collected;
  readonly now: number;
};

async function make(
  deps: Deps,
  sql: Sql,
  { person }: Asking,
  scope: WishScope,
  input: CreateBatchInput,
  { id, requestHash, collected, now }: Work,
): Promise<BatchFile> {
  const { merchantId, lead } = scope;
  const { settings, connection } = lead;
  const headMerchantId = settings.groupMerchantId ?? connection.gatewayMerchantId;
  const day = swissDay(now);
  const counter = 1 + (await lockCounter(sql, { merchantId, headMerchantId, day }));
  // Asked behind the lock: of two that press the button at once, the second finds the first one's file.
  const known = await selectFile(sql, [merchantId], { key: input.key });
  if (known !== null) {
    if (!known.requestHash.equals(requestHash)) throw new Refused('key-reused');
    return known;
  }
  if (counter > largestCounter) throw fieldError('counter', 'no-number-left');

  const by = {
    fileId: id,
    kind: input.kind,
    reason: input.reason ?? null,
    note: input.note ?? null,
    personId: person.id,
    requestHash,
  };
  const { audits, records, rows } = await bookLines(deps, sql, scope, input, {
    collected,
    by,
    now,
  });
  const head = { merchantId: headMerchantId, day };
  const content = Buffer.from([...buildBatch(settings, head, records)].join(''), 'latin1');
  const name = writeFileName({ phase: 'T', ...head, counter }, settings.nameOrder);
  const { version, dateFormat, count } = settings;
  await insertFile(sql, {
    id,
    merchantId,
    connectionId: connection.id,
    kind: input.kind,
    name,
    headMerchantId,
    day,
    counter,
    layout: { version, dateFormat, count },
    nameOrder: settings.nameOrder,
    records: records.length,
    sum: records.reduce((sum, { amount }) => sum + amount, 0),
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    clientKey: input.key,
    requestHash,
    answerBy: now + settings.answerHours * 3_600_000,
    createdAt: now,
    createdBy: person.id,
  });
  await insertContent(sql, { merchantId, id }, content);
  await insertRows(sql, { merchantId, id }, rows);
  const file = await selectFile(sql, [merchantId], { id });
  if (file === null) throw new Error(`batch file ${id} was not stored`);
  await tellLive(sql, { type: 'clock' });
  await recordAudits(sql, merchantId, [...audits, createdAudit(file)]);
  return file;
}

type Lines = {
  readonly audits: readonly AuditEntry[];
  readonly records: readonly BatchRecord[];
  readonly rows: readonly { line: number; paymentId: string; operationId: string }[];
};

async function bookLines(
  deps: Deps,
  sql: Sql,
  scope: WishScope,
  { kind, digest, scope: wanted }: CreateBatchInput,
  {
    collected: { paymentIds, amounts },
    by,
    now,
  }: Pick<Work, 'collected' | 'now'> & { readonly by: Parameters<typeof reserveInFile>[3] },
): Promise<Lines> {
  const { merchantId } = scope;
  await lockFiledPayments(sql, merchantId, paymentIds);
  const wish = { kind, amounts, personId: by.personId, now };
  const judge = createLineJudge(await rulesFor(deps, sql, scope, wish));
  const audits: AuditEntry[] = [];
  const records: BatchRecord[] = [];
  const rows: { line: number; paymentId: string; operationId: string }[] = [];
  let found = 0;
  for await (const page of readFiledPayments(sql, merchantId, paymentIds)) {
    found += page.length;
    const lines: FiledLine[] = [];
    for (const filed of page) {
      const judged = judge.judge(filed);
      if (!judged.allowed) continue;
      lines.push(judged);
      records.push(judged.record);
    }
    const booked = await reserveInFile(sql, merchantId, lines, by, now);
    audits.push(...booked.audits);
    for (const [at, { payment }] of lines.entries()) {
      const operationId = booked.operationIds[at] ?? '';
      // HEAD is line 1.
      rows.push({ line: rows.length + 2, paymentId: payment.id, operationId });
    }
  }
  if (wanted.kind === 'selected' && found < paymentIds.length) {
    throw new TRPCError({ code: 'NOT_FOUND' });
  }
  if (judge.digest() !== digest) throw new Refused('stale-version');
  if (records.length === 0) throw fieldError('scope', 'no-lines');
  return { audits, records, rows };
}

function hashWish(personId: string, { key: _key, digest: _digest, ...wish }: CreateBatchInput) {
  return createHash('sha256')
    .update(JSON.stringify([personId, wish]))
    .digest();
}

function createdAudit(file: BatchFile): AuditEntry {
  const { id, merchantId, createdAt, createdBy, kind, name, records, sum, sha256 } = file;
  return {
    merchantId,
    at: createdAt,
    actorId: createdBy,
    action: 'batch-created',
    subject: `batch:${id}`,
    details: { name, kind, records, sum, sha256 },
  };
}
