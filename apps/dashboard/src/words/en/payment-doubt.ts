export const paymentDoubt = {
  unresolved: {
    title: 'Outcome unknown',
    lead: 'Steps that got no clear answer, and payments whose figures cannot be explained. Their amounts count as spent until somebody knows. Nothing is ever sent again from here.',
    cut: 'Only the oldest 100 are listed.',
    empty: 'No unknown outcomes',
    emptyText: 'Every step has a certain outcome, and every figure can be explained.',
  },
  doubt: {
    title: 'Figures in doubt',
    fell: 'The gateway states less captured or refunded money than it did before.',
    late: 'The gateway states money moved that nobody asked for here, after a step of ours was held for not carried out. It may have been that step, arriving late.',
    contradiction: 'The figures of the gateway contradict what is known here.',
    figures: 'The gateway states now:',
    effect:
      'No money moves on this payment until the figures come back or a person has looked at them. Nothing is corrected by itself.',
    checked: 'Checked. The figures are still in doubt.',
    checkFailed: 'The gateway could not be asked now. Nothing was changed.',
    waiting: 'A person with the right to approve has to look at it.',
    reason: 'What did you find?',
    reasonHint:
      'Such as what the gateway’s own back office or the TWINT portal shows. It stands in the audit log.',
    reasonMissing: 'Say what you found',
    accept: 'Accept the figures of the gateway',
  },
};
