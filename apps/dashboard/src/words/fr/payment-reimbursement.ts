import type { Messages } from '../messages.ts';

export const paymentReimbursement: Pick<Messages['payments'], 'reimburse'> = {
  reimburse: {
    title: 'Remboursé autrement',
    recorded: '{amount} saisis comme remboursés hors de TWINT.',
    lead: 'TWINT n’accepte plus de remboursement pour ce paiement. Si le client a récupéré son argent autrement, saisissez-le ici : le montant compte dans les rapports et ne peut plus être remboursé en plus. Rien n’est envoyé.',
    open: 'Saisir un remboursement …',
    how: 'De quelle manière ?',
    way: {
      'bank-transfer': 'Virement bancaire',
      cash: 'Espèces',
      voucher: 'Bon',
      other: 'Autrement',
    },
    reason: 'Motif et justificatif',
    reasonHint:
      'Par exemple le numéro du virement. Figure dans l’historique et le journal d’audit.',
    reasonMissing: 'Indiquez le motif et où trouver le justificatif',
    submit: 'Saisir {amount} comme remboursés',
    submitPlain: 'Saisir comme remboursé',
    back: 'Retour',
    stillPossible: 'TWINT rembourse encore ce paiement. Utilisez le remboursement ci-dessus.',
  },
};
