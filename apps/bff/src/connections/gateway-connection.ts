import type { Brand } from 'paygate-core/brands';
import type { Credentials } from 'paygate-core/operations';

/** A merchant's account at a gateway, ready to be called. `credentials` never leave the server. */
export type GatewayConnection = {
  readonly id: string;
  readonly merchantId: number;
  /** Names the connection in callback addresses. */
  readonly slug: string;
  readonly label: string;
  readonly brand: Brand;
  readonly baseUrl: string;
  /** The account's name on the wire (`MerchantID`). */
  readonly gatewayMerchantId: string;
  /** Alone decides what AUTHORIZE_REQUEST means. */
  readonly mode: 'sale' | 'deferred';
  readonly cipherKind: 'blowfish' | 'aes';
  readonly captureWindowMs: number;
  readonly refundWindowMs: number;
  /** The longest documented delay between an authorization and its notification. */
  readonly notifyDelayMs: number;
  /** Smallest amount in minor units. */
  readonly minimum: number;
  readonly severalCaptures: 'unconfirmed' | 'no' | 'yes';
  readonly partialReversal: 'unconfirmed' | 'yes';
  readonly inquiryShowsReversals: 'unconfirmed' | 'yes';
  /** Where the shop wants what is notified here, or null. */
  readonly forwardTo: string | null;
  /** What a payment link opens: the page of TWINT, or the hosted page reduced to it. */
  readonly linkPage: 'twint' | 'paymentPage';
  /** Whether the contract takes the parameter Capture, which one of the two documents alone knows. */
  readonly captureParameter: 'no' | 'yes';
  readonly credentials: Credentials;
};
