import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
  network: 'Der Server ist nicht erreichbar. Netzwerk prüfen, dann nochmals versuchen.',
  timeout: 'Der Server hat zu lange nicht geantwortet. Nochmals versuchen.',
  badInput: 'Der Server hat die Eingabe nicht angenommen. Prüfen und nochmals senden.',
  field: 'Der Server hat «{field}» nicht angenommen. Prüfen und nochmals senden.',
  signedOut: 'Ihre Sitzung ist beendet. Melden Sie sich wieder an; Ihre Eingaben sind noch da.',
  forbidden: 'Ihre Rolle umfasst das nicht. Die Administration kann Rollen ändern.',
  notFound: 'Das gibt es nicht, oder es gehört einem Händler, den Sie nicht sehen.',
  tooLarge: 'Die Eingabe ist zu gross. Kürzen und nochmals senden.',
  tooMany: 'Zu viele Anfragen in kurzer Zeit. Eine Minute warten, dann nochmals versuchen.',
  unavailable: 'Der Server ist im Moment nicht bereit. In einigen Sekunden nochmals versuchen.',
  page: 'Die Seite selbst hat ein Problem. Nochmals versuchen oder neu laden.',
  internal: 'Auf dem Server ging etwas schief. Nichts ging verloren. Nummer zum Angeben: {id}',
  internalPlain: 'Auf dem Server ging etwas schief. Nichts ging verloren. Nochmals versuchen.',
  refusal: {
    'stale-version': 'Diese Zahlung wurde inzwischen geändert. Neue Zahlen prüfen.',
    'key-reused':
      'Dieser Schritt wurde schon mit anderen Zahlen gesendet. Zuerst die Zahlung ansehen.',
    'step-in-flight': 'An dieser Zahlung läuft ein anderer Schritt. Ergebnis abwarten.',
    'nothing-left': 'Für diesen Schritt ist nichts mehr offen.',
    'amount-too-high': 'Der Betrag darf höchstens {max} sein.',
    'amount-too-low': 'Der Betrag muss mindestens {min} sein.',
    'not-captured': 'Noch nichts gebucht. Stattdessen die Autorisierung stornieren.',
    'already-captured': 'Bereits gebucht. Geld mit einer Gutschrift zurückgeben.',
    'outcome-unknown': 'Das Ergebnis eines früheren Schritts ist unklar. Zuerst Status prüfen.',
    'over-limit': 'Über Ihrer Limite von {limit}. Eine Person mit höherer Limite fragen.',
    'not-supported': 'Der Vertrag dieser Verbindung erlaubt das nicht.',
    'gateway-unreachable':
      'Das Gateway antwortet nicht. Es wurde nichts gesendet. Später nochmals versuchen.',
    'external-change': 'Diese Zahlung wurde ausserhalb von Paygate Desk geändert. Zahlen prüfen.',
  },
};
