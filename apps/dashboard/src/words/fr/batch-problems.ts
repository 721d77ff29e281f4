import type { Messages } from '../messages.ts';

/** Why a payment cannot stand in a file. */
export const batchObstacles: Messages['batches']['obstacle'] = {
  'part-in-file':
    'une partie est déjà comptabilisée, et un fichier ne peut pas dire ce que devient le reste.',
  'lapses-before-answer':
    'l’autorisation expire avant le moment où la réponse arrive en général. Comptabiliser à la main.',
  'reversal-unconfirmed':
    'personne n’a confirmé que la passerelle accepte des annulations dans un fichier. Un administrateur peut le régler dans la connexion.',
  'ref-nr-unsafe':
    'le RefNr contient une virgule ou un caractère qui ne peut pas figurer dans un fichier.',
  'trans-id-unsafe-in-file':
    'le TransID contient une virgule ou un caractère qui ne peut pas figurer dans un fichier.',
  'other-connection':
    'il appartient à une autre connexion, ou son TransID figure déjà dans le fichier.',
  'figures-in-doubt': 'ses chiffres sont en vérification auprès de la passerelle.',
  'in-batch-file': 'il figure dans un autre fichier batch encore sans réponse.',
  'step-in-flight': 'une autre étape est en cours.',
  'outcome-unknown': 'le résultat d’une étape précédente n’est pas encore connu.',
  'amount-too-low': 'le montant est inférieur au minimum de la connexion.',
  'amount-too-high': 'le montant dépasse ce qui reste.',
  'nothing-left': 'il n’en reste rien.',
  'not-captured': 'rien n’est encore comptabilisé.',
  'already-captured': 'il est déjà comptabilisé.',
  'over-limit': 'il dépasse votre limite de remboursement.',
  'not-supported': 'le contrat de la connexion, ou la forme du fichier, ne le permet pas.',
  'past-deadline': 'son délai est passé.',
  'trans-id-unsafe': 'le TransID contient des caractères impossibles à envoyer sûrement.',
  'pay-id-missing': 'la passerelle ne lui a pas encore donné de PayID.',
  awaiting: 'le client n’a pas encore payé.',
  failed: 'le paiement a échoué.',
  expired: 'l’autorisation a expiré.',
  'already-reversed': 'il est déjà annulé.',
  'fully-refunded': 'il est déjà remboursé en entier.',
  other: 'impossible pour le moment ({reason}).',
};

/** Why an answer cannot be believed. */
export const batchAnswerProblems: Messages['batches']['answerProblem'] = {
  encoding: 'un caractère n’est pas de l’ASCII pur.',
  'byte-order-mark': 'le fichier commence par une marque d’ordre des octets.',
  'line-end': 'la ligne ne finit pas comme celles d’un fichier batch.',
  'line-too-long': 'la ligne est trop longue.',
  'empty-line': 'la ligne est vide.',
  'too-large': 'le fichier est trop grand.',
  'too-many-records': 'il y a plus de lignes qu’un fichier ne peut en contenir.',
  'head-missing': 'la ligne HEAD manque.',
  'foot-missing': 'la ligne FOOT manque: le fichier est coupé.',
  'after-foot': 'il y a quelque chose après la ligne FOOT.',
  'unknown-record': 'ce genre de ligne n’est pas connu.',
  'field-count': 'la ligne a trop ou trop peu de champs.',
  format: 'le contenu n’a pas la forme de ce champ.',
  'count-differs': 'le nombre diffère des lignes présentes.',
  'sum-differs': 'la somme diffère des montants présents.',
  'other-merchant': 'elle appartient à un autre commerçant.',
  'other-date': 'elle porte une autre date que notre fichier.',
  'other-version': 'elle a une autre version que notre fichier.',
  'unknown-line': 'notre fichier n’a pas de telle ligne.',
  'line-twice': 'la même ligne y figure deux fois.',
  changed: 'elle diffère de ce que notre fichier a ordonné.',
  'code-missing': 'le code manque. Sans lui, personne ne peut dire ce qui a été exécuté.',
};
