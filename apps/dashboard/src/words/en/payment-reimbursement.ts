export const paymentReimbursement = {
  reimburse: {
    title: 'Paid back another way',
    recorded: '{amount} recorded as paid back past TWINT.',
    lead: 'TWINT refunds nothing on this payment anymore. If the customer got money back another way, record it here: it then counts in the reports and can never be refunded on top. Nothing is sent.',
    open: 'Record a reimbursement …',
    how: 'How was it paid?',
    way: {
      'bank-transfer': 'Bank transfer',
      cash: 'Cash',
      voucher: 'Voucher',
      other: 'Another way',
    },
    reason: 'Reason and reference',
    reasonHint: 'Such as the number of the transfer. It stands in the history and the audit log.',
    reasonMissing: 'Say why, and where it can be found',
    submit: 'Record {amount} as paid back',
    submitPlain: 'Record as paid back',
    back: 'Back',
    stillPossible: 'TWINT still refunds this payment. Use the refund above.',
  },
};
