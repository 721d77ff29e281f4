import type { Messages } from '../messages.ts';

export const paymentReview: Pick<Messages['payments'], 'review'> = {
  review: {
    title: 'Decidere che cosa è successo',
    question: 'Che ne è stato di questo passo presso il gateway?',
    verdict: { executed: 'È stato eseguito', 'not-executed': 'Non è stato eseguito' },
    effect: {
      executed: {
        capture: '{amount} risultano contabilizzati.',
        reversal: '{amount} risultano stornati.',
        credit: '{amount} risultano rimborsati.',
      },
      'not-executed': {
        capture: '{amount} non sono contabilizzati, altri passi tornano possibili.',
        reversal: '{amount} restano autorizzati, altri passi tornano possibili.',
        credit: '{amount} non sono rimborsati, altri passi tornano possibili.',
      },
    },
    verdictMissing: 'Scegliere che cosa è successo',
    reason: 'Che cosa lo prova?',
    reasonHint: 'Per esempio ciò che mostra il back office del gateway o il portale TWINT.',
    reasonMissing: 'Indicare che cosa lo prova',
    reasonLong: 'Accorciare a 500 caratteri',
    proposeHint:
      'Il gateway viene interrogato ancora una volta adesso. Nulla viene registrato finché una seconda persona non conferma.',
    propose: 'Proporre',
    proposed: 'Proposto. Una seconda persona deve confermare.',
    reasonGiven: 'Prova:',
    confirmHint:
      'Confrontare la prova con ciò che ha detto il gateway. Viene interrogato ancora una volta prima di registrare.',
    confirm: {
      executed: 'Confermare: eseguito',
      'not-executed': 'Confermare: non eseguito',
    },
    confirmed: 'Confermato. Ora l’esito è noto.',
    replace: 'Proporre altro …',
    withdraw: 'Ritirare la proposta',
    withdrawn: 'La proposta è ritirata.',
    waitOther: 'Un’altra persona con il diritto di approvare deve confermare la proposta.',
    waitAlone:
      'Nessun altro qui può approvare. Potrà confermare la propria proposta dalle {time}; il registro di audit dirà che ha deciso da solo.',
    waitApprover: 'Una persona con il diritto di approvare deve confermare.',
    waiting: 'Una persona con il diritto a questo passo deve dire che cosa ne è stato.',
  },
};
