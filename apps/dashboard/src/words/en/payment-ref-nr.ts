/** The correction of an order number at the gateway. */
export const paymentRefNr = {
  refNrChange: {
    former: 'Earlier order number',
    open: 'Correct order number …',
    lead: 'The gateway gets another reference for this payment. No money moves; both numbers can still be searched for.',
    to: 'Right order number (RefNr)',
    reason: 'Reason',
    reasonHint: 'Such as “typed wrongly”. It stands in the history and in the audit log.',
    submit: 'Correct order number',
    back: 'Back',
    missing: 'Enter the order number',
    reasonMissing: 'Enter a reason',
    same: 'The payment has this order number already.',
    done: 'The gateway has the new order number.',
    declined: 'The gateway declined it (code {code})',
    unknownTitle: 'It is not known which order number the gateway has',
    unknown: 'We sent “{refNr}” on {time} but got no clear answer. It may have worked.',
    quiet:
      'An inquiry can settle it: the new number proves that it worked; that it did not work can be said on {time} at the earliest.',
    again:
      'If the inquiry tells no order number, look it up at the gateway, or correct the number once more: sent twice, the same number changes nothing.',
    nextCheck: 'Next automatic check on {time}.',
    checksNow: 'An automatic check is under way.',
    checked: 'Checked. This stays open as long as the inquiry does not tell which number it is.',
  },
};
