import type { Amounts } from './amounts.ts';
import type { OpenState } from './operation.ts';
import type { Lifecycle } from './payment-event.ts';
import { isTransIdSendable } from './trans-id.ts';

/** What the rules need to know of a payment. Instants are ms UTC, amounts minor units. */
export type PaymentFacts = {
  readonly amounts: Amounts;
  readonly lifecycle: Lifecycle;
  readonly currency: string;
  /** The gateway's name for the payment; null until it gave one. */
  readonly payId: string | null;
  readonly transId: string;
  readonly captureBy: number | null;
  readonly refundUntil: number | null;
  readonly openState: OpenState | null;
  /** Whether the open step waits in a batch file for its answer. */
  readonly inFile: boolean;
  /**
   * Refunds with an open outcome or waiting for approval, except the one being decided, and what was
   * paid back past the gateway: none of it may be refunded again.
   */
  readonly creditInDoubt: number;
};

/** What the merchant's contract permits, as far as it is known. */
export type ConnectionRules = {
  readonly severalCaptures: 'unconfirmed' | 'no' | 'yes';
  readonly partialReversal: 'unconfirmed' | 'yes';
  /** The smallest amount the gateway takes, in minor units. */
  readonly minimum: number;
};

/** Whether a request about this payment can name it safely at the gateway. */
export function isAddressable(facts: PaymentFacts): boolean {
  return facts.payId !== null && isTransIdSendable(facts.transId);
}
