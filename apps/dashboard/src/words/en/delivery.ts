/** Whether a shop has what was sent to it. */
export const delivery = {
  state: { pending: 'Waiting', done: 'Delivered', 'given-up': 'Given up' },
  attempts: 'Attempts: {count}',
  answered: 'The shop answered with HTTP status {status} instead of {wanted}.',
  error: {
    timeout: 'The shop did not answer within 10 seconds.',
    unreachable: 'The shop could not be reached.',
    'not-public': 'The address leads into a private network.',
    'not-sendable': 'The message cannot be sent to this address.',
    'no-address': 'There was no address or no secret any more.',
    other: 'It could not be sent.',
  },
  again: 'Next attempt on {time}',
  againSoon: 'Next attempt within moments',
};
