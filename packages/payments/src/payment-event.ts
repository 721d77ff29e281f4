/**
 * Something that happened to a payment and is never taken back.
 *
 * `fact` names what happened, so that the same fact told twice counts once, e.g. the capture made by
 * one operation. `at` is an instant in ms UTC and changes no amount. Amounts are minor units.
 */
export type PaymentEvent = { readonly fact: string; readonly at: number } & (
  | {
      readonly type: 'announced';
      readonly amount: number;
      /** What the gateway was asked to do about capturing, as sent: AUTO, MANUAL or hours. */
      readonly capture?: string;
    }
  | { readonly type: 'processing' }
  | { readonly type: 'authorized'; readonly amount: number }
  | { readonly type: 'failed'; readonly code: string }
  | { readonly type: 'abandoned' }
  /** `closed` is what this capture gave up of the rest. */
  | { readonly type: 'captured'; readonly amount: number; readonly closed: number }
  | { readonly type: 'reversed'; readonly amount: number }
  | { readonly type: 'credited'; readonly amount: number }
  /** The authorization ran out with this much of it unused. */
  | { readonly type: 'lapsed'; readonly amount: number }
  /** Paid back past the gateway and recorded by a person; no figure of the gateway moves. */
  | { readonly type: 'reimbursed'; readonly amount: number; readonly how: string }
  /** Done outside: by how much the gateway's sum moved. Negative when a step was undone there. */
  | {
      readonly type: 'external-capture' | 'external-credit' | 'external-reversal';
      readonly amount: number;
    }
  /** Somebody wants the gateway to know the payment by the reference `to`; `key` names this wish. */
  | {
      readonly type: 'ref-nr-requested' | 'ref-nr-changed';
      readonly key: string;
      readonly from: string | null;
      readonly to: string;
    }
  /** The gateway said no; its answer tells nothing; an inquiry showed that it was not done. */
  | {
      readonly type: 'ref-nr-declined' | 'ref-nr-unknown' | 'ref-nr-kept';
      readonly key: string;
      readonly to: string;
    }
  | { readonly type: TimelineEventType }
);

/** Events that only tell the story: they move no money and no lifecycle. */
export type TimelineEventType =
  | 'operation-requested'
  | 'operation-declined'
  | 'operation-unknown'
  | 'operation-not-executed'
  | 'operation-cancelled'
  | 'operation-review'
  /** The gateway was asked to capture by itself, and when it should have, it had not. */
  | 'schedule-missed'
  /** A person looked at figures in doubt and took them for true. */
  | 'figures-accepted';

/** How far a payment got before anything could be captured. `expired`: the customer let it pass. */
export type Lifecycle = 'awaiting' | 'processing' | 'authorized' | 'failed' | 'expired';
