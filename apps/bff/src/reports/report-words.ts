import type { ExportLanguage } from '../exports/export-words.ts';
import type { Figures } from './report-figures.ts';
import type { ReportInput } from './report-input.ts';

/** What stands in the file of a report, besides what every file says about itself. */
export type ReportWords = {
  /** Lower case, a part of the file's name. */
  readonly fileName: string;
  /** Names of the sheets. */
  readonly by: Readonly<Record<ReportInput['unit'] | 'connection', string>>;
  readonly from: string;
  readonly to: string;
  readonly merchant: string;
  readonly connection: string;
  readonly figure: Readonly<Record<keyof Figures, string>>;
  /** With `{figure}`: how many steps; what they add up to. */
  readonly number: string;
  readonly sum: string;
  /** With `{from}`, `{to}`, `{days}`, `{unit}` and `{whose}`. */
  readonly filter: string;
  readonly days: Readonly<Record<ReportInput['day'], string>>;
  readonly allConnections: string;
};

export const reportWords: Readonly<Record<ExportLanguage, ReportWords>> = {
  en: {
    fileName: 'report',
    by: {
      hour: 'By hour',
      day: 'By day',
      week: 'By week',
      month: 'By month',
      connection: 'By connection',
    },
    from: 'From',
    to: 'To (before)',
    merchant: 'Merchant',
    connection: 'Connection',
    figure: {
      captured: 'Captured',
      refunded: 'Refunded',
      reimbursed: 'Paid back another way',
      released: 'Released',
      expired: 'Expired',
      net: 'Net',
    },
    number: '{figure}, number',
    sum: 'Sum {figure}',
    filter: '{from} to {to}, {days}, {unit}, {whose}',
    days: { calendar: 'calendar days', twint: 'TWINT days from 23:00 to 23:00' },
    allConnections: 'all connections',
  },
  de: {
    fileName: 'bericht',
    by: {
      hour: 'Nach Stunde',
      day: 'Nach Tag',
      week: 'Nach Woche',
      month: 'Nach Monat',
      connection: 'Nach Verbindung',
    },
    from: 'Von',
    to: 'Bis (vor)',
    merchant: 'Händler',
    connection: 'Verbindung',
    figure: {
      captured: 'Gebucht',
      refunded: 'Gutgeschrieben',
      reimbursed: 'Anders zurückbezahlt',
      released: 'Freigegeben',
      expired: 'Abgelaufen',
      net: 'Netto',
    },
    number: '{figure}, Anzahl',
    sum: 'Summe {figure}',
    filter: '{from} bis {to}, {days}, {unit}, {whose}',
    days: { calendar: 'Kalendertage', twint: 'TWINT-Tage von 23:00 bis 23:00' },
    allConnections: 'alle Verbindungen',
  },
  fr: {
    fileName: 'rapport',
    by: {
      hour: 'Par heure',
      day: 'Par jour',
      week: 'Par semaine',
      month: 'Par mois',
      connection: 'Par connexion',
    },
    from: 'De',
    to: 'À (avant)',
    merchant: 'Commerçant',
    connection: 'Connexion',
    figure: {
      captured: 'Comptabilisé',
      refunded: 'Remboursé',
      reimbursed: 'Remboursé autrement',
      released: 'Libéré',
      expired: 'Expiré',
      net: 'Net',
    },
    number: '{figure}, nombre',
    sum: 'Somme {figure}',
    filter: 'du {from} au {to}, {days}, {unit}, {whose}',
    days: { calendar: 'jours civils', twint: 'jours TWINT de 23:00 à 23:00' },
    allConnections: 'toutes les connexions',
  },
  it: {
    fileName: 'rapporto',
    by: {
      hour: 'Per ora',
      day: 'Per giorno',
      week: 'Per settimana',
      month: 'Per mese',
      connection: 'Per collegamento',
    },
    from: 'Da',
    to: 'A (prima di)',
    merchant: 'Commerciante',
    connection: 'Collegamento',
    figure: {
      captured: 'Contabilizzato',
      refunded: 'Rimborsato',
      reimbursed: 'Rimborsato in altro modo',
      released: 'Liberato',
      expired: 'Scaduto',
      net: 'Netto',
    },
    number: '{figure}, numero',
    sum: 'Somma {figure}',
    filter: 'dal {from} al {to}, {days}, {unit}, {whose}',
    days: { calendar: 'giorni di calendario', twint: 'giorni TWINT dalle 23:00 alle 23:00' },
    allConnections: 'tutti i collegamenti',
  },
};
