import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
  network: 'Le serveur est injoignable. Vérifier le réseau, puis réessayer.',
  timeout: 'Le serveur a mis trop de temps à répondre. Réessayer.',
  badInput: 'Le serveur n’a pas accepté la saisie. La vérifier et l’envoyer à nouveau.',
  field: 'Le serveur n’a pas accepté « {field} ». Vérifier et envoyer à nouveau.',
  signedOut: 'Votre session est terminée. Reconnectez-vous; votre saisie est conservée.',
  forbidden: 'Votre rôle ne le permet pas. L’administration peut modifier les rôles.',
  notFound: 'Cet élément n’existe pas, ou il appartient à un commerçant que vous ne voyez pas.',
  tooLarge: 'La saisie est trop longue. La raccourcir et l’envoyer à nouveau.',
  tooMany: 'Trop de requêtes en peu de temps. Attendre une minute, puis réessayer.',
  unavailable: 'Le serveur n’est pas prêt pour le moment. Réessayer dans quelques secondes.',
  page: 'La page elle-même a un problème. Réessayer ou la recharger.',
  internal: 'Un problème est survenu sur le serveur. Rien n’est perdu. Numéro à indiquer: {id}',
  internalPlain: 'Un problème est survenu sur le serveur. Rien n’est perdu. Réessayer.',
  refusal: {
    'stale-version': 'Ce paiement a été modifié entre-temps. Vérifier les nouveaux montants.',
    'key-reused':
      'Cette opération a déjà été envoyée avec d’autres montants. Regarder d’abord le paiement.',
    'step-in-flight': 'Une autre opération est en cours sur ce paiement. Attendre son résultat.',
    'nothing-left': 'Il ne reste rien pour cette opération.',
    'amount-too-high': 'Le montant ne peut pas dépasser {max}.',
    'amount-too-low': 'Le montant doit être d’au moins {min}.',
    'not-captured': 'Rien n’est encore comptabilisé. Annuler plutôt l’autorisation.',
    'already-captured': 'Déjà comptabilisé. Rendre l’argent par un remboursement.',
    'outcome-unknown':
      'Le résultat d’une opération précédente est inconnu. Vérifier d’abord le statut.',
    'over-limit':
      'Au-dessus de votre limite de {limit}. Demander à une personne ayant une limite plus élevée.',
    'not-supported': 'Le contrat de cette connexion ne le permet pas.',
    'gateway-unreachable': 'La passerelle ne répond pas. Rien n’a été envoyé. Réessayer plus tard.',
    'external-change': 'Ce paiement a été modifié hors de Paygate Desk. Vérifier les montants.',
  },
};
