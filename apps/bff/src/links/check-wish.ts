import { WireError } from 'paygate-core/wire';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Deps } from '../deps.ts';
import { captureValue } from '../payments/capture-value.ts';
import { type PaymentWish, type SealedPayment, sealPayment } from '../payments/seal-payment.ts';
import { Refused } from '../refused.ts';
import { fieldError } from '../trpc.ts';
import type { PaymentLink } from './link.ts';
import type { LinkWish } from './link-input.ts';

const LONGEST_VALIDITY_MS = 366 * 86_400_000;
/** Browsers and proxies take longer addresses, but not all of them. */
const LONGEST_REDIRECT = 2000;

const fieldOf: Readonly<Record<string, string>> = {
  RefNr: 'refNr',
  Amount: 'amount',
  OrderDesc: 'orderDesc',
  UserData: 'userData',
  Plain: 'plain',
  Custom: 'custom',
};

/**
 * Asks every rule of a link before it exists, down to the request that its customer will cause, so
 * that nobody meets a mistake at the counter.
 * @throws TRPCError with the field; Refused `amount-too-low` below the contract's minimum.
 */
export function checkWish(
  deps: Pick<Deps, 'env'>,
  connection: GatewayConnection,
  wish: LinkWish,
  { origin, now }: { readonly origin: string; readonly now: number },
): void {
  const { minimum, mode, captureParameter } = connection;
  if (wish.amount < minimum) throw new Refused('amount-too-low', { min: minimum });
  if (wish.validUntil <= now) throw fieldError('validUntil', 'past');
  if (wish.validUntil > now + LONGEST_VALIDITY_MS) throw fieldError('validUntil', 'too-far');
  const own = mode === 'sale' ? 'at-once' : 'by-hand';
  if (captureParameter === 'no' && wish.capture !== own) {
    throw fieldError('capture', 'contract-decides');
  }
  try {
    const transId = transIdOf('00000000-0000-0000-0000-000000000000', 99);
    const { redirectUrl } = sealAttempt(deps, connection, { ...wish, origin }, transId);
    if (redirectUrl.length > LONGEST_REDIRECT) throw fieldError('orderDesc', 'too-long-together');
  } catch (error) {
    if (!(error instanceof WireError)) throw error;
    throw fieldError(
      fieldOf[error.parameter] ?? 'origin',
      fieldOf[error.parameter] ? 'characters' : 'https-needed',
    );
  }
}

type Sealable = Pick<LinkWish, 'amount' | 'orderDesc' | 'language' | 'capture'> &
  Partial<Pick<LinkWish, 'refNr' | 'captureHours' | 'userData' | 'plain' | 'custom'>> &
  Pick<PaymentLink, 'origin'>;

/** The request of one attempt. The same TransID gives the same request. */
export function sealAttempt(
  deps: Pick<Deps, 'env'>,
  connection: GatewayConnection,
  link: Sealable,
  transId: string,
): SealedPayment & { readonly wish: PaymentWish } {
  const wish: PaymentWish = {
    transId,
    amount: link.amount,
    refNr: link.refNr ?? null,
    orderDesc: link.orderDesc,
    callbackBase: link.origin,
    userData: link.userData ?? undefined,
    plain: link.plain ?? undefined,
    custom: link.custom ?? undefined,
    // One per attempt: an ended request that a browser sends again gives back how it ended.
    reqId: transId.replaceAll('-', '').slice(-32),
    capture: connection.captureParameter === 'yes' ? captureValue(link) : undefined,
    page: connection.linkPage,
    language: link.language,
  };
  return { ...sealPayment(deps, connection, wish), wish };
}

/** Our name of an attempt at the gateway. */
export function transIdOf(linkId: string, number: number): string {
  return `L-${linkId.replaceAll('-', '')}-${number}`;
}
