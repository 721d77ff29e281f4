/** Whether a shop has what was sent to it. */
export const delivery = {
  state: { pending: 'En attente', done: 'Remis', 'given-up': 'Abandonné' },
  attempts: 'Tentatives\u00a0: {count}',
  answered: 'La boutique a répondu avec le statut HTTP {status} au lieu de {wanted}.',
  error: {
    timeout: 'La boutique n’a pas répondu en 10 secondes.',
    unreachable: 'La boutique n’était pas joignable.',
    'not-public': 'L’adresse mène dans un réseau privé.',
    'not-sendable': 'Le message ne peut pas être envoyé à cette adresse.',
    'no-address': 'Il n’y avait plus d’adresse ou plus de secret.',
    other: 'Le message n’a pas pu être envoyé.',
  },
  again: 'Prochaine tentative le {time}',
  againSoon: 'Prochaine tentative dans un instant',
};
