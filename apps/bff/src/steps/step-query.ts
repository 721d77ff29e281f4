import type { Place } from '../payments/list-position.ts';
import type { StepKind, StepState } from './step-kinds.ts';

/** What a search text may mean for a step. */
export type StepSearch = {
  /** Beginnings of an XID, escaped for LIKE. */
  readonly prefixes: readonly string[];
  readonly reqId: string;
  /** In small letters: what a field is compared with to say that it matched. */
  readonly text: string;
  /** Minor units. */
  readonly amount: number | null;
  /** A Swiss calendar day. */
  readonly day: string | null;
  /** Payments that the text names. */
  readonly paymentIds: readonly string[];
};

/** Criteria whose every word has been checked. Amounts minor units; instants ms UTC or Swiss days. */
export type StepQuery = {
  readonly merchantIds: readonly number[];
  readonly kind: readonly StepKind[] | null;
  readonly state: readonly StepState[] | null;
  readonly code: string | null;
  readonly amountMin: number | null;
  readonly amountMax: number | null;
  readonly from: number | string | null;
  readonly to: number | string | null;
  readonly by: string | null;
  readonly origin: 'desk' | 'outside' | null;
  readonly search: StepSearch | null;
};

/** Where a page ended: the sort value, id and number of its last step. */
export type StepPosition = { readonly value: number; readonly id: string; readonly seq: number };

/** Which steps of a query are read. */
export type StepReading = {
  readonly sort: 'at' | 'amount';
  /** In which they are read: backwards it is not that of the list. */
  readonly order: 'asc' | 'desc';
  readonly direction: 'next' | 'previous';
  readonly after: Place<StepPosition> | null;
  readonly until: Place<StepPosition> | null;
  readonly limit: number;
};
