import type { Messages } from '../messages.ts';

export const ui: Messages['ui'] = {
  loading: 'Wird geladen',
  stillLoading: 'Wird noch geladen',
  copy: 'Kopieren',
  copyWhat: '{what} kopieren',
  copied: '{what} kopiert',
  copyFailed: 'Der Browser erlaubt das Kopieren nicht. Text markieren und von Hand kopieren.',
  show: 'Anzeigen',
  hide: 'Verbergen',
  showLabel: '{label} anzeigen',
  hideLabel: '{label} verbergen',
  status: {
    awaiting: 'Zahlung ausstehend',
    processing: 'In Verarbeitung',
    authorized: 'Autorisiert',
    scheduled: 'Buchung geplant',
    part_captured: 'Teilgebucht',
    captured: 'Gebucht',
    part_refunded: 'Teilgutschrift',
    refunded: 'Gutgeschrieben',
    reversed: 'Storniert',
    expired: 'Abgelaufen',
    failed: 'Fehlgeschlagen',
    unknown: 'Ergebnis unklar',
  },
};
