import type { Deps } from 'paygate-bff/src/deps.ts';
import { totalPayments } from 'paygate-bff/src/payments/total-payments.ts';
import { readerOf } from 'paygate-bff/src/sessions/reader-of.ts';
import { paymentStatuses } from 'paygate-payments';
import type { Sums } from './sums.ts';

/**
 * Asks the product for the totals of each merchant and status and holds them against the sums as
 * they were made. Throws with every difference.
 */
export async function checkSums(deps: Deps, made: readonly Sums[]): Promise<void> {
  const differences: string[] = [];
  for (const merchantId of new Set(made.map((one) => one.merchantId))) {
    for (const status of paymentStatuses) {
      const criteria = { merchantId, status: [status], exact: true };
      const { totals } = await totalPayments(deps, readerOf([merchantId]), criteria);
      const expected = made.filter((one) => one.merchantId === merchantId && one.status === status);
      const wanted = describe(expected);
      const got = describe(totals);
      if (wanted !== got)
        differences.push(`${merchantId} ${status}: made ${wanted}, counted ${got}`);
    }
  }
  if (differences.length > 0) throw new Error(`The sums differ.\n${differences.join('\n')}`);
}

type Figures = Omit<Sums, 'merchantId' | 'status'>;

function describe(totals: readonly Figures[]): string {
  return totals
    .map(({ currency, count, authorized, captured, refunded, remaining }) =>
      [currency, count, authorized, captured, refunded, remaining].join(' '),
    )
    .join(', ');
}
