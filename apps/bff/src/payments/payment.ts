import type {
  Amounts,
  ConnectionRules,
  Doubt,
  Lifecycle,
  OpenState,
  PaymentFacts,
  PaymentStatus,
} from 'paygate-payments';

/** A payment as stored: the fold of its events. Amounts are minor units, instants ms UTC. */
export type Payment = {
  readonly id: string;
  readonly merchantId: number;
  readonly connectionId: string;
  readonly payId: string | null;
  readonly transId: string;
  readonly refNr: string | null;
  /** TWINT's own number of the order, where the gateway told it. */
  readonly twintOrderId: string | null;
  readonly orderDesc: string;
  readonly currency: string;
  /** Who asked for it: this desk, a shop of its own accord, a shop through us; or it was brought in later. */
  readonly source: 'desk' | 'shop' | 'api' | 'imported';
  readonly lifecycle: Lifecycle;
  readonly status: PaymentStatus;
  readonly requestedAmount: number;
  readonly amounts: Amounts;
  readonly creditInDoubt: number;
  readonly openState: OpenState | null;
  readonly authorizedAt: number | null;
  readonly captureBy: number | null;
  readonly refundUntil: number | null;
  readonly checkedAt: number | null;
  /** Why no money may move on the strength of these figures, until a person has looked. */
  readonly doubt: Doubt | null;
  /** The batch file whose answer its open step waits for. */
  readonly batchFileId: string | null;
  readonly version: number;
  readonly createdAt: number;
};

/** What the rules ask of a payment. */
export function factsOf(payment: Payment): PaymentFacts {
  const { amounts, lifecycle, currency, payId, transId } = payment;
  const { captureBy, refundUntil, openState, creditInDoubt } = payment;
  return {
    amounts,
    lifecycle,
    currency,
    payId,
    transId,
    captureBy,
    refundUntil,
    openState,
    inFile: payment.batchFileId !== null,
    creditInDoubt,
  };
}

/** What the rules ask of a connection. */
export function rulesOf(connection: ConnectionRules): ConnectionRules {
  const { severalCaptures, partialReversal, minimum } = connection;
  return { severalCaptures, partialReversal, minimum };
}
