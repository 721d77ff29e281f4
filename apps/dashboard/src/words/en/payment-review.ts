export const paymentReview = {
  review: {
    title: 'Decide what became of it',
    question: 'What became of this step at the gateway?',
    verdict: { executed: 'It was carried out', 'not-executed': 'It was not carried out' },
    effect: {
      executed: {
        capture: '{amount} are booked as captured.',
        reversal: '{amount} are booked as reversed.',
        credit: '{amount} are booked as refunded.',
      },
      'not-executed': {
        capture: '{amount} are not booked, and the payment is free for other steps.',
        reversal: '{amount} stay authorised, and the payment is free for other steps.',
        credit: '{amount} are not booked, and the payment is free for other steps.',
      },
    },
    verdictMissing: 'Choose what became of it',
    reason: 'What proves it?',
    reasonHint: 'Such as what the gateway’s own back office or the TWINT portal shows.',
    reasonMissing: 'Say what proves it',
    reasonLong: 'Shorten it to 500 characters',
    proposeHint:
      'The gateway is asked once more now. Nothing is booked until a second person confirms.',
    propose: 'Propose',
    proposed: 'Proposed. A second person has to confirm it.',
    reasonGiven: 'Proof:',
    confirmHint:
      'Compare the proof with what the gateway said. It is asked once more before anything is booked.',
    confirm: {
      executed: 'Confirm: it was carried out',
      'not-executed': 'Confirm: it was not carried out',
    },
    confirmed: 'Confirmed. The outcome is known now.',
    replace: 'Propose something else …',
    withdraw: 'Withdraw the proposal',
    withdrawn: 'The proposal is withdrawn.',
    waitOther: 'Another person with the right to approve has to confirm your proposal.',
    waitAlone:
      'Nobody else here can approve. You may confirm your own proposal at {time}; the audit log will say that it was you alone.',
    waitApprover: 'A person with the right to approve has to confirm it.',
    waiting: 'A person with the right to this step has to say what became of it.',
  },
};
