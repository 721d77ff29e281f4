import type { Messages } from '../messages.ts';

export const paymentReview: Pick<Messages['payments'], 'review'> = {
  review: {
    title: 'Décider de ce qui s’est passé',
    question: 'Qu’est devenue cette étape auprès de la passerelle?',
    verdict: { executed: 'Elle a été exécutée', 'not-executed': 'Elle n’a pas été exécutée' },
    effect: {
      executed: {
        capture: '{amount} sont considérés comme comptabilisés.',
        reversal: 'L’autorisation de {amount} est considérée comme annulée.',
        credit: '{amount} sont considérés comme remboursés.',
      },
      'not-executed': {
        capture: '{amount} ne sont pas comptabilisés, d’autres étapes redeviennent possibles.',
        reversal: '{amount} restent autorisés, d’autres étapes redeviennent possibles.',
        credit: '{amount} ne sont pas remboursés, d’autres étapes redeviennent possibles.',
      },
    },
    verdictMissing: 'Choisir ce qui s’est passé',
    reason: 'Qu’est-ce qui le prouve?',
    reasonHint: 'Par exemple ce que montre le back-office de la passerelle ou le portail TWINT.',
    reasonMissing: 'Indiquer ce qui le prouve',
    reasonLong: 'Raccourcir à 500 caractères',
    proposeHint:
      'La passerelle est interrogée encore une fois maintenant. Rien n’est enregistré avant la confirmation d’une seconde personne.',
    propose: 'Proposer',
    proposed: 'Proposé. Une seconde personne doit confirmer.',
    reasonGiven: 'Preuve:',
    confirmHint:
      'Comparer la preuve avec ce que la passerelle a dit. Elle est interrogée encore une fois avant l’enregistrement.',
    confirm: {
      executed: 'Confirmer: exécutée',
      'not-executed': 'Confirmer: pas exécutée',
    },
    confirmed: 'Confirmé. Le résultat est maintenant connu.',
    replace: 'Proposer autre chose …',
    withdraw: 'Retirer la proposition',
    withdrawn: 'La proposition est retirée.',
    waitOther: 'Une autre personne ayant le droit d’approuver doit confirmer la proposition.',
    waitAlone:
      'Personne d’autre ne peut approuver ici. Vous pourrez confirmer votre propre proposition à partir de {time}; le journal d’audit dira que vous étiez seul à décider.',
    waitApprover: 'Une personne ayant le droit d’approuver doit confirmer.',
    waiting: 'Une personne ayant le droit à cette étape doit dire ce qu’elle est devenue.',
  },
};
