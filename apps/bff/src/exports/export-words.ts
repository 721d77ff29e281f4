import type { ExportColumn, PaymentStatus } from 'paygate-payments';
import type { Payment } from '../payments/payment.ts';
import type { PaymentFilter } from '../payments/payment-filter.ts';
import type { SummedAmount } from './summed-amounts.ts';

export const exportLanguages = ['en', 'de', 'fr', 'it'] as const;
export type ExportLanguage = (typeof exportLanguages)[number];

type Urgency = NonNullable<PaymentFilter['captureUrgency']>[number];

/** What stands in a file. The screens have their own catalog; these words leave the house. */
export type ExportWords = {
  /** Lower case, a part of the file's name. */
  readonly fileName: string;
  readonly sheet: string;
  readonly aboutSheet: string;
  readonly columns: Readonly<Record<ExportColumn, string>>;
  readonly statuses: Readonly<Record<PaymentStatus, string>>;
  readonly sources: Readonly<Record<Payment['source'], string>>;
  readonly urgencies: Readonly<Record<Urgency, string>>;
  readonly facts: {
    readonly title: string;
    readonly merchant: string;
    readonly by: string;
    readonly filter: string;
    readonly asOf: string;
    readonly zone: string;
    readonly zoneName: string;
    readonly rows: string;
    readonly sum: Readonly<Record<SummedAmount, string>>;
    readonly digest: string;
    /** Digest of a sheet: `{part}` is its name within the file. */
    readonly sheetDigest: string;
    readonly personal: string;
    readonly yes: string;
    readonly no: string;
  };
  readonly filter: {
    readonly all: string;
    /** `{count}` payments that were selected by hand. */
    readonly selected: string;
    readonly search: string;
    readonly status: string;
    readonly captureUrgency: string;
    readonly refundUrgency: string;
    /** With `{hours}`. */
    readonly captureWithin: string;
    readonly refundWithin: string;
    readonly refunded: string;
    readonly unknown: string;
    readonly note: string;
    readonly source: string;
    readonly date: string;
    readonly amount: string;
    readonly connection: string;
    readonly since: string;
    readonly until: string;
    readonly atLeast: string;
    readonly atMost: string;
    readonly sort: Readonly<Record<`${PaymentFilter['sort']}-${PaymentFilter['order']}`, string>>;
  };
};
