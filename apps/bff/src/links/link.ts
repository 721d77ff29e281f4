import type { PageLanguage } from 'paygate-core/operations';

export const linkStates = ['open', 'scanned', 'paid', 'expired', 'withdrawn', 'abandoned'] as const;
/**
 * `scanned`: opened, or being paid right now. `abandoned`: an attempt to pay came to nothing. `paid`
 * wins over everything: a customer who was paying while the link was withdrawn has paid.
 */
export type LinkState = (typeof linkStates)[number];

export const captureModes = ['at-once', 'by-hand', 'after'] as const;
export type CaptureMode = (typeof captureModes)[number];

/** A payment link. Amounts are minor units, instants ms UTC. */
export type PaymentLink = {
  readonly id: string;
  readonly merchantId: number;
  readonly connectionId: string;
  /** 128 random bits: whoever knows the address may pay. */
  readonly token: string;
  readonly origin: string;
  readonly amount: number;
  readonly refNr: string | null;
  readonly orderDesc: string;
  readonly language: PageLanguage;
  readonly capture: CaptureMode;
  readonly captureHours: number | null;
  readonly userData: string | null;
  readonly plain: string | null;
  readonly custom: string | null;
  readonly validUntil: number;
  readonly forPaymentId: string | null;
  readonly createdBy: string;
  readonly createdAt: number;
};

/** A link with what became of it so far. */
export type LinkStanding = PaymentLink & {
  readonly state: LinkState;
  readonly opened: number;
  readonly openedAt: number | null;
  readonly withdrawnAt: number | null;
  readonly attempts: number;
  /** Since when somebody has been at the gateway with it and nothing has ended that; else null. */
  readonly busySince: number | null;
  /** When a new attempt may be made although nothing ended the last one; null unless busy. */
  readonly againAt: number | null;
  readonly paidPaymentId: string | null;
  /** More than once would be a customer who paid an old page late: a person reverses one. */
  readonly paidTimes: number;
  readonly byName: string;
};

/** Where customers reach a link. */
export function linkUrl({ origin, token }: Pick<PaymentLink, 'origin' | 'token'>): string {
  return `${origin}/pay/${token}`;
}
