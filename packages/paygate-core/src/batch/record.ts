import { z } from 'zod';
import * as field from '../fields.ts';
import { WireError } from '../wire/wire-error.ts';
import { BatchError } from './batch-error.ts';
import { recordLayouts } from './layout.ts';

export const batchActions = ['Capture', 'Credit', 'Reverse'] as const;
export type BatchAction = (typeof batchActions)[number];

/** One order in a file. `amount` in whole minor units; `merchantId` names the merchant in a group's file. */
export type BatchRecord = {
  readonly action: BatchAction;
  readonly merchantId: string | null;
  readonly amount: number;
  readonly currency: 'CHF';
  readonly transId: string;
  readonly refNr: string | null;
  readonly payId: string;
};

/** What the batch manager wrote behind a record; `code` is null where the version has none. */
export type BatchAnswer = { readonly status: string; readonly code: string | null };

/** A merchant id that can stand in a file and in its name. */
export const batchMerchantId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,30}$/, '1 to 30 of A-Z a-z 0-9 _ -');

/** Printable ASCII; a comma would shift every field behind it. */
export const batchTransId = z
  .string()
  .regex(
    /^[!#$'()\x2d-\x7e]{1,64}$/,
    '1 to 64 printable ASCII characters without space, comma, " & * % +',
  );

const rules = {
  Type: z.literal('Twint', 'Twint'),
  Action: z.enum(batchActions, 'Capture, Credit or Reverse'),
  MID: batchMerchantId,
  Amount: field.amount,
  Currency: field.currency,
  TransID: batchTransId,
  // Left empty rather than left out, so that no field behind it moves.
  RefNr: z.union([field.refNr, z.literal('')]),
  PayID: field.payId,
  Status: field.status,
  Code: field.code,
};
type Name = keyof typeof rules;

/**
 * One line of a file, without its end.
 * @throws WireError naming the field that cannot stand in a file.
 */
export function writeRecord(version: string, record: BatchRecord): string {
  const values: Readonly<Record<string, string>> = {
    Type: 'Twint',
    Action: record.action,
    MID: record.merchantId ?? '',
    Amount: String(record.amount),
    Currency: record.currency,
    TransID: record.transId,
    RefNr: record.refNr ?? '',
    PayID: record.payId,
  };
  const [names = []] = recordLayouts(version, 'order');
  const fields = names.map((name) => {
    const parsed = rules[name].safeParse(values[name]);
    if (!parsed.success) throw new WireError(name, parsed.error.issues[0]?.message ?? 'invalid');
    return parsed.data;
  });
  return fields.join(',');
}

/**
 * Reads the fields of one line.
 * @throws BatchError naming the first field that is not what it must be.
 */
export function readRecord(
  fields: readonly string[],
  { version, phase, line }: { version: string; phase: 'order' | 'answer'; line: number },
): { readonly record: BatchRecord; readonly answer: BatchAnswer | null } {
  const candidates = recordLayouts(version, phase).filter(({ length }) => length === fields.length);
  if (candidates.length === 0) throw new BatchError(line, 'record', 'field-count');
  let firstWrong: Name | null = null;
  for (const names of candidates) {
    const wrong = names.find((name, at) => !rules[name].safeParse(fields[at]).success);
    if (wrong === undefined) return toRecord(names, fields);
    firstWrong ??= wrong;
  }
  throw new BatchError(line, firstWrong ?? 'record', 'format');
}

function toRecord(names: readonly Name[], fields: readonly string[]) {
  const given = (name: Name): string | null => fields[names.indexOf(name)] ?? null;
  const refNr = given('RefNr');
  const status = given('Status');
  return {
    record: {
      action: rules.Action.parse(given('Action')),
      merchantId: given('MID'),
      amount: Number(given('Amount')),
      currency: 'CHF' as const,
      transId: given('TransID') ?? '',
      refNr: refNr === '' ? null : refNr,
      payId: given('PayID') ?? '',
    },
    answer: status === null ? null : { status, code: given('Code') },
  };
}
