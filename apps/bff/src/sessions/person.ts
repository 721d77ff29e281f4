import type { Right, Role } from 'paygate-payments';

/** What a person may do at one merchant. Limits are minor units; null means no limit is set. */
export type Membership = {
  readonly merchantId: number;
  readonly merchantName: string;
  readonly role: Role;
  /** Rights in force now: without a second factor outside demo, the money rights are absent. */
  readonly rights: readonly Right[];
  readonly refundLimit: number | null;
  readonly refundDailyLimit: number | null;
};

/** The signed-in person of a request. */
export type Person = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly secondFactor: boolean;
  readonly memberships: readonly Membership[];
};
