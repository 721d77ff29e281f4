import type { Messages } from '../messages.ts';

export const paymentReimbursement: Pick<Messages['payments'], 'reimburse'> = {
  reimburse: {
    title: 'Rimborsato in altro modo',
    recorded: '{amount} registrati come rimborsati al di fuori di TWINT.',
    lead: 'TWINT non accetta più rimborsi per questo pagamento. Se il cliente ha riavuto il denaro in altro modo, lo registri qui: conta nei rapporti e non può essere rimborsato una seconda volta. Non viene inviato nulla.',
    open: 'Registrare un rimborso …',
    how: 'In che modo?',
    way: {
      'bank-transfer': 'Bonifico bancario',
      cash: 'Contanti',
      voucher: 'Buono',
      other: 'Altro modo',
    },
    reason: 'Motivo e giustificativo',
    reasonHint:
      'Per esempio il numero del bonifico. Figura nella cronologia e nel registro di audit.',
    reasonMissing: 'Indichi il motivo e dove si trova il giustificativo',
    submit: 'Registrare {amount} come rimborsati',
    submitPlain: 'Registrare come rimborsato',
    back: 'Indietro',
    stillPossible: 'TWINT rimborsa ancora questo pagamento. Usi il rimborso qui sopra.',
  },
};
