import { z } from 'zod';
import { moment, searchText } from '../payments/payment-filter.ts';
import { stepKinds, stepStates } from './step-kinds.ts';

const amount = z.int().nonnegative().max(9_999_999_999);

/** What single steps can be narrowed to. Moments as in the list of payments; `code` is its beginning. */
const criteria = {
  search: searchText.optional(),
  kind: z.array(z.enum(stepKinds)).max(stepKinds.length).optional(),
  state: z.array(z.enum(stepStates)).max(stepStates.length).optional(),
  code: z
    .string()
    .regex(/^\d{1,8}$/, 'up to eight digits')
    .optional(),
  amountMin: amount.optional(),
  amountMax: amount.optional(),
  from: moment.optional(),
  to: moment.optional(),
  /** Who did it. */
  by: z.uuid().optional(),
  /** Whether somebody did it here, or the gateway told of it. */
  origin: z.enum(['desk', 'outside']).optional(),
  merchantId: z.int().optional(),
};

export const stepCriteria = z.strictObject(criteria);
export type StepCriteria = z.output<typeof stepCriteria>;

export const stepFilter = z.strictObject({
  ...criteria,
  sort: z.enum(['at', 'amount']).default('at'),
  order: z.enum(['asc', 'desc']).default('desc'),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(500).nullish(),
  until: z.string().max(500).nullish(),
  direction: z.enum(['next', 'previous']).default('next'),
  startAt: moment.optional(),
});
export type StepFilter = z.output<typeof stepFilter>;
