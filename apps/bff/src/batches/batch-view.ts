import { batchProblems, nameOrders } from 'paygate-core/batch';
import { operationStates } from 'paygate-payments';
import { z } from 'zod';
import { batchStates } from './batch-file.ts';

const instant = z.int();
const minor = z.int().nonnegative();
const kind = z.enum(['capture', 'reversal', 'credit']);

/** How many operations of a file stand where. */
const counts = z.object({
  waiting: z.int(),
  succeeded: z.int(),
  failed: z.int(),
  unclear: z.int(),
  ended: z.int(),
});
export type BatchCounts = z.infer<typeof counts>;

/** Why an answer cannot be believed: line (from 1), field by its name in the documents, and the text. */
const problemView = z.object({
  line: z.int(),
  field: z.string(),
  problem: z.enum(batchProblems),
  text: z.string(),
});
export type ProblemView = z.infer<typeof problemView>;

/** A file as its list shows it. Amounts are whole minor units, instants milliseconds UTC. */
export const batchView = z.object({
  id: z.uuid(),
  merchantId: z.int(),
  connection: z.string(),
  kind,
  name: z.string(),
  state: z.enum(batchStates),
  records: z.int(),
  sum: minor,
  sha256: z.string(),
  version: z.string(),
  headMerchantId: z.string(),
  createdAt: instant,
  by: z.string(),
  handedOverAt: instant.nullable(),
  answerBy: instant,
  answeredAt: instant.nullable(),
  givenUpAt: instant.nullable(),
  givenUpReason: z.string().nullable(),
  counts,
});
export type BatchView = z.infer<typeof batchView>;

/** An answer that somebody brought. */
const answerHeadView = z.object({
  id: z.uuid(),
  name: z.string(),
  sha256: z.string(),
  uploadedAt: instant,
  by: z.string(),
  isApplied: z.boolean(),
  problem: problemView.nullable(),
});
export type AnswerHeadView = z.infer<typeof answerHeadView>;

export const batchDetailView = batchView.extend({
  bytes: z.int(),
  nameOrder: z.enum(nameOrders),
  answers: z.array(answerHeadView),
  mayGiveUp: z.boolean(),
});
export type BatchDetailView = z.infer<typeof batchDetailView>;

export const batchLineView = z.object({
  line: z.int(),
  paymentId: z.uuid(),
  transId: z.string(),
  refNr: z.string().nullable(),
  amount: minor,
  state: z.enum(operationStates),
  status: z.string().nullable(),
  code: z.string().nullable(),
});
export type BatchLineView = z.infer<typeof batchLineView>;

/** A refund that was asked for by hand: what can be given back, and what became of the amount. */
const creditLineView = z.object({
  id: z.uuid(),
  transId: z.string(),
  refNr: z.string().nullable(),
  refundable: minor,
  /** What would stand in the file; null where nothing can. */
  amount: minor.nullable(),
  /** Why not, and the least or the most that could be where the amount is the reason. */
  reason: z.string().nullable(),
  min: minor.nullable(),
  max: minor.nullable(),
});
export type CreditLineView = z.infer<typeof creditLineView>;

/** What a file would hold now, and what it could not; `digest` names exactly this. */
export const planView = z.object({
  records: z.int(),
  sum: minor,
  digest: z.string(),
  version: z.string(),
  nameOrder: z.enum(nameOrders),
  answerBy: instant,
  /** HEAD, the first records, and FOOT as they would stand in the file. */
  head: z.string(),
  lines: z.array(z.string()),
  foot: z.string(),
  /** Each payment of a selection that is to be refunded, in the order of the file; else none. */
  credits: z.array(creditLineView),
  obstacles: z.array(
    z.object({
      reason: z.string(),
      count: z.int(),
      /** The first of them. */
      payments: z.array(
        z.object({
          id: z.uuid(),
          transId: z.string(),
          refNr: z.string().nullable(),
          amount: minor,
          deadline: instant.nullable(),
        }),
      ),
    }),
  ),
});
export type PlanView = z.infer<typeof planView>;

export const answerResults = [
  'conflict',
  'declined',
  'unclear',
  'missing',
  'executed',
  'known',
] as const;
export type AnswerResult = (typeof answerResults)[number];

/** What applying an answer would change: nothing has been done yet. */
export const comparisonView = z.object({
  answerId: z.uuid(),
  fileId: z.uuid(),
  fileName: z.string(),
  name: z.string(),
  isApplied: z.boolean(),
  counts: z.record(z.enum(answerResults), z.int()),
  sums: z.record(z.enum(answerResults), minor),
  /** The first lines, those that need a look before all others. */
  rows: z.array(
    z.object({
      line: z.int(),
      transId: z.string(),
      refNr: z.string().nullable(),
      amount: minor,
      result: z.enum(answerResults),
      status: z.string().nullable(),
      code: z.string().nullable(),
      state: z.enum(operationStates),
    }),
  ),
});
export type ComparisonView = z.infer<typeof comparisonView>;

export const settingsView = z.object({
  connection: z.string(),
  label: z.string(),
  gatewayMerchantId: z.string(),
  version: z.string(),
  groupMerchantId: z.string().nullable(),
  nameOrder: z.enum(nameOrders),
  dateFormat: z.enum(['YYYYMMDD', 'YYYY-MM-DD', 'DD.MM.YYYY']),
  count: z.enum(['records', 'lines']),
  reversals: z.enum(['unconfirmed', 'yes']),
  answerHours: z.int(),
});
export type SettingsView = z.infer<typeof settingsView>;
