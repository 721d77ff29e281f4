import type { Messages } from '../messages.ts';

export const ui: Messages['ui'] = {
  loading: 'Chargement',
  stillLoading: 'Chargement toujours en cours',
  copy: 'Copier',
  copyWhat: 'Copier {what}',
  copied: '{what} copié',
  copyFailed:
    'Le navigateur n’autorise pas la copie. Sélectionner le texte et le copier à la main.',
  show: 'Afficher',
  hide: 'Masquer',
  showLabel: 'Afficher: {label}',
  hideLabel: 'Masquer: {label}',
  filters: '{count, plural, =0 {Filtres} other {Filtres (#)}}',
  day: { hint: 'jj.mm.aaaa', bad: '« {input} » n’est pas un jour. Écrivez-le ainsi : 21.11.2026.' },
  status: {
    awaiting: 'Paiement attendu',
    processing: 'En traitement',
    authorized: 'Autorisé',
    scheduled: 'Comptabilisation planifiée',
    part_captured: 'Comptabilisé en partie',
    captured: 'Comptabilisé',
    part_refunded: 'Remboursé en partie',
    refunded: 'Remboursé',
    reversed: 'Annulé',
    expired: 'Expiré',
    failed: 'Échoué',
    unknown: 'Résultat inconnu',
  },
};
