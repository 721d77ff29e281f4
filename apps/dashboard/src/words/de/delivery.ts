/** Whether a shop has what was sent to it. */
export const delivery = {
  state: { pending: 'Wartet', done: 'Zugestellt', 'given-up': 'Aufgegeben' },
  attempts: 'Versuche: {count}',
  answered: 'Der Shop hat mit dem HTTP-Status {status} statt {wanted} geantwortet.',
  error: {
    timeout: 'Der Shop hat innert 10 Sekunden nicht geantwortet.',
    unreachable: 'Der Shop war nicht erreichbar.',
    'not-public': 'Die Adresse führt in ein privates Netz.',
    'not-sendable': 'Die Nachricht lässt sich an diese Adresse nicht senden.',
    'no-address': 'Es gab keine Adresse oder kein Geheimnis mehr.',
    other: 'Die Meldung liess sich nicht senden.',
  },
  again: 'Nächster Versuch {time}',
  againSoon: 'Nächster Versuch in wenigen Augenblicken',
};
