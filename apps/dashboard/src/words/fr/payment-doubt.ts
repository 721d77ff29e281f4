import type { Messages } from '../messages.ts';

export const paymentDoubt: Pick<Messages['payments'], 'unresolved' | 'doubt'> = {
  unresolved: {
    title: 'Résultat inconnu',
    lead: 'Étapes sans réponse claire et paiements dont les chiffres ne s’expliquent pas. Leurs montants comptent comme dépensés jusqu’à ce que quelqu’un sache. Rien n’est jamais renvoyé d’ici.',
    cut: 'Seules les 100 plus anciennes sont affichées.',
    empty: 'Aucun résultat inconnu',
    emptyText: 'Chaque étape a un résultat certain et chaque chiffre s’explique.',
  },
  doubt: {
    title: 'Chiffres douteux',
    fell: 'La passerelle indique moins d’argent comptabilisé ou remboursé qu’auparavant.',
    late: 'La passerelle indique un mouvement d’argent que personne n’a demandé ici, après une étape tenue pour non exécutée. C’était peut-être cette étape, arrivée en retard.',
    contradiction: 'Les chiffres de la passerelle contredisent ce qui est connu ici.',
    figures: 'La passerelle indique maintenant:',
    effect:
      'Aucun argent ne bouge sur ce paiement tant que les chiffres ne sont pas revenus ou qu’une personne ne les a pas examinés. Rien n’est corrigé tout seul.',
    checked: 'Vérifié. Les chiffres restent douteux.',
    checkFailed: 'La passerelle n’a pas pu être interrogée. Rien n’a été modifié.',
    waiting: 'Une personne ayant le droit d’approuver doit l’examiner.',
    reason: 'Qu’avez-vous constaté?',
    reasonHint:
      'Par exemple ce que montre l’interface de la passerelle ou le portail TWINT. Cela figure ensuite dans le journal d’audit.',
    reasonMissing: 'Indiquer ce qui a été constaté',
    accept: 'Accepter les chiffres de la passerelle',
  },
};
