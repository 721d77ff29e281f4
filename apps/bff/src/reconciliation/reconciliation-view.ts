import { causes, lanes, matchKeys } from 'paygate-payments';
import { z } from 'zod';
import { statementFormat } from './statement-format.ts';

const totals = z.object({ count: z.int(), amount: z.int(), fee: z.int(), net: z.int() });
const stated = z.object({
  count: z.int().nullable(),
  amount: z.int().nullable(),
  fee: z.int().nullable(),
  net: z.int().nullable(),
});
const lane = z.enum(lanes);

/** What a file says when it is read like this. Nothing of it is stored. Amounts in minor units. */
export const statementPreview = z.object({
  name: z.string(),
  merchantId: z.int(),
  encoding: z.string(),
  separator: z.string(),
  rows: z.int(),
  columns: z.array(z.object({ ref: z.string(), samples: z.array(z.string()) })),
  format: statementFormat,
  /** Why it cannot be read like this at all. */
  formatProblem: z.object({ field: z.string(), problem: z.string() }).nullable(),
  problems: z.array(
    z.object({ line: z.int(), field: z.string(), problem: z.string(), raw: z.string() }),
  ),
  problemCount: z.int(),
  sample: z.array(
    z.object({
      line: z.int(),
      kind: z.enum(['payment', 'refund', 'failed']),
      name: z.string(),
      at: z.int().nullable(),
      amount: z.int(),
      fee: z.int().nullable(),
    }),
  ),
  skipped: z.array(z.object({ kind: z.string(), count: z.int() })),
  stated,
  added: totals,
  /** First and last Swiss day of its lines; null where they name none. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  /** When this very file was imported before. */
  importedBefore: z.object({ id: z.string(), name: z.string(), at: z.int() }).nullable(),
});
export type StatementPreview = z.infer<typeof statementPreview>;

const laneCount = z.object({
  lane,
  count: z.int(),
  accepted: z.int(),
  ours: z.int(),
  theirs: z.int(),
});

/** Instants ms UTC; amounts in minor units. */
export const statementView = z.object({
  id: z.string(),
  merchantId: z.int(),
  name: z.string(),
  by: z.string(),
  createdAt: z.int(),
  comparedAt: z.int(),
  from: z.int(),
  until: z.int(),
  dayKind: z.enum(['calendar', 'twint']),
  sha256: z.string(),
  skipped: z.int(),
  stated,
  added: totals,
  totalDifferences: z.array(
    z.object({ name: z.enum(['count', 'amount', 'fee', 'net']), difference: z.int() }),
  ),
  lanes: z.array(laneCount),
});
export type StatementView = z.infer<typeof statementView>;

export const itemView = z.object({
  number: z.int(),
  lane,
  cause: z.enum(causes).nullable(),
  matchedBy: z.enum(matchKeys).nullable(),
  line: z.int().nullable(),
  raw: z.string().nullable(),
  name: z.string().nullable(),
  at: z.int().nullable(),
  fee: z.int().nullable(),
  paymentId: z.string().nullable(),
  orderNr: z.string().nullable(),
  ours: z.int(),
  theirs: z.int(),
  acceptedAt: z.int().nullable(),
  acceptedBy: z.string().nullable(),
  note: z.string(),
});

export const mappingView = z.object({
  id: z.string(),
  merchantId: z.int(),
  name: z.string(),
  format: statementFormat,
});
