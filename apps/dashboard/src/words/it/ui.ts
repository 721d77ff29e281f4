import type { Messages } from '../messages.ts';

export const ui: Messages['ui'] = {
  loading: 'Caricamento',
  stillLoading: 'Caricamento ancora in corso',
  copy: 'Copiare',
  copyWhat: 'Copiare {what}',
  copied: '{what} copiato',
  copyFailed: 'Il browser non permette di copiare. Selezionare il testo e copiarlo a mano.',
  show: 'Mostrare',
  hide: 'Nascondere',
  showLabel: 'Mostrare: {label}',
  hideLabel: 'Nascondere: {label}',
  status: {
    awaiting: 'Pagamento atteso',
    processing: 'In elaborazione',
    authorized: 'Autorizzato',
    scheduled: 'Contabilizzazione pianificata',
    part_captured: 'Contabilizzato in parte',
    captured: 'Contabilizzato',
    part_refunded: 'Rimborsato in parte',
    refunded: 'Rimborsato',
    reversed: 'Stornato',
    expired: 'Scaduto',
    failed: 'Non riuscito',
    unknown: 'Esito sconosciuto',
  },
};
