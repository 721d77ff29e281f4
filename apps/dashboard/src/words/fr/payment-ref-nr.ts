/** The correction of an order number at the gateway. */
export const paymentRefNr = {
  refNrChange: {
    former: 'Ancien numéro de commande',
    open: 'Corriger le numéro de commande …',
    lead: 'La passerelle reçoit une autre référence pour ce paiement. Aucun argent ne bouge ; les deux numéros restent trouvables.',
    to: 'Numéro de commande correct (RefNr)',
    reason: 'Motif',
    reasonHint: 'Par exemple « faute de frappe ». Figure dans l’historique et dans le journal.',
    submit: 'Corriger le numéro de commande',
    back: 'Retour',
    missing: 'Saisissez le numéro de commande',
    reasonMissing: 'Saisissez un motif',
    same: 'Le paiement a déjà ce numéro de commande.',
    done: 'La passerelle a le nouveau numéro de commande.',
    declined: 'La passerelle a refusé (code {code})',
    unknownTitle: 'On ne sait pas quel numéro de commande a la passerelle',
    unknown:
      'Nous avons envoyé « {refNr} » le {time}, sans réponse claire. Cela a peut-être fonctionné.',
    quiet:
      'Une interrogation peut trancher : le nouveau numéro prouve que cela a fonctionné ; on ne peut dire le contraire qu’à partir du {time}.',
    again:
      'Si l’interrogation n’indique pas de numéro, vérifiez auprès de la passerelle ou corrigez encore une fois : envoyé deux fois, le même numéro ne change rien.',
    nextCheck: 'Prochaine vérification automatique le {time}.',
    checksNow: 'La vérification automatique est en cours.',
    checked:
      'Vérifié. Cela reste ouvert tant que l’interrogation ne dit pas de quel numéro il s’agit.',
  },
};
