type Names = { readonly transId: string; readonly merchantId: string };
type Money = { readonly amount: string | number; readonly currency: string };
type PayId = { readonly payId: string };
type Result = { readonly status: string; readonly code: string };

/**
 * What a MAC is computed over, per direction; an absent part is empty and its separators stay.
 * Status and Code go in exactly as received, amounts exactly as written on the wire.
 *
 * Each throws RangeError if a part holds `*`: it would move the borders between the parts, and two
 * different messages would share one MAC.
 */
export const macInput = {
  /** twint.aspx: the payment has no PayID yet. */
  initial: (m: Names & Money): string =>
    join(['', m.transId, m.merchantId, `${m.amount}`, m.currency]),
  /** capture.aspx, reverse.aspx, credit.aspx: the values of this very request. */
  request: (m: PayId & Names & Money): string =>
    join([m.payId, m.transId, m.merchantId, `${m.amount}`, m.currency]),
  /** inquire.aspx, where the MAC is optional. */
  inquiry: (m: PayId & Names): string => join([m.payId, m.transId, m.merchantId, '', '']),
  /** URLSuccess, URLFailure and URLNotify; `merchantId` is our own, never the one in the message. */
  callback: (m: PayId & Names & Result): string =>
    join([m.payId, m.transId, m.merchantId, m.status, m.code]),
} as const;

function join(parts: readonly string[]): string {
  if (parts.some((part) => part.includes('*'))) {
    throw new RangeError('A part of a MAC input holds the separator *');
  }

  return parts.join('*');
}
