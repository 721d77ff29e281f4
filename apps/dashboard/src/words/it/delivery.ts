/** Whether a shop has what was sent to it. */
export const delivery = {
  state: { pending: 'In attesa', done: 'Consegnato', 'given-up': 'Abbandonato' },
  attempts: 'Tentativi: {count}',
  answered: 'Il negozio ha risposto con lo stato HTTP {status} invece di {wanted}.',
  error: {
    timeout: 'Il negozio non ha risposto entro 10 secondi.',
    unreachable: 'Il negozio non era raggiungibile.',
    'not-public': 'L’indirizzo porta in una rete privata.',
    'not-sendable': 'Il messaggio non può essere inviato a questo indirizzo.',
    'no-address': 'Non c’era più un indirizzo o un segreto.',
    other: 'Il messaggio non ha potuto essere inviato.',
  },
  again: 'Prossimo tentativo il {time}',
  againSoon: 'Prossimo tentativo a momenti',
};
