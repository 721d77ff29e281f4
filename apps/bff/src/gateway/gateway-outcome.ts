import type { InquiryAmounts } from 'paygate-payments';

/** What an answer said, verbatim; null where nothing readable said it. */
type Answer = {
  readonly status: string | null;
  readonly code: string | null;
  readonly description: string | null;
  readonly xid: string | null;
};

/** Why an answer is unknown that opened well and does not echo what was asked. */
export const ABOUT_ANOTHER = 'answer is about another payment';

/**
 * What we know after sending a money request once. `unknown` is a state, not a failure: the money
 * may have moved; `why` says what was wrong with the answer.
 */
export type SendOutcome =
  | (Answer & { readonly kind: 'success'; readonly status: string; readonly code: string })
  | (Answer & { readonly kind: 'decline'; readonly status: string; readonly code: string })
  | (Answer & { readonly kind: 'unknown'; readonly why: string });

/** What an inquiry told: the gateway's sums, that it has no such payment, or nothing usable. */
export type InquiryOutcome =
  | {
      readonly kind: 'amounts';
      readonly amounts: InquiryAmounts;
      readonly lastStatus: string | null;
      readonly payId: string;
      readonly transId: string;
      readonly xid: string | null;
      readonly refNr: string | null;
    }
  | { readonly kind: 'not-found'; readonly code: string }
  | { readonly kind: 'unreachable'; readonly why: string }
  | { readonly kind: 'unreadable'; readonly why: string };
