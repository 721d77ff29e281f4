import type { SearchTerm } from './search-term.ts';
import type { DueRange } from './urgency-range.ts';

/** By which of its steps' ids a payment was found. */
export type StepMatch = { readonly paymentId: string; readonly by: 'xid' | 'reqId' };

/** A search whose steps were looked up: `steps` are the payments that own a step of that id. */
export type PaymentSearch = SearchTerm & {
  /** Every connection in question: the unique ids begin with it in their indexes. */
  readonly connectionIds: readonly string[];
  readonly steps: readonly StepMatch[];
};

/** Criteria whose every word has been checked. Instants ms UTC, or a Swiss day or minute. */
export type PaymentQuery = {
  readonly merchantIds: readonly number[];
  readonly connectionId: string | null;
  readonly status: readonly string[] | null;
  readonly source: readonly string[] | null;
  readonly captureDue: readonly DueRange[] | null;
  /** Each range holds for the connections beside it; they have thresholds of their own. */
  readonly refundDue:
    | readonly { readonly range: DueRange; readonly connectionIds: readonly string[] }[]
    | null;
  readonly captureWithin: DueRange | null;
  readonly refundWithin: DueRange | null;
  readonly amountMin: number | null;
  readonly amountMax: number | null;
  readonly from: number | string | null;
  readonly to: number | string | null;
  readonly refunded: boolean | null;
  readonly unknown: boolean | null;
  readonly note: boolean | null;
  readonly search: PaymentSearch | null;
};
