import type { Messages } from '../messages.ts';

export const paymentDoubt: Pick<Messages['payments'], 'unresolved' | 'doubt'> = {
  unresolved: {
    title: 'Ergebnis unklar',
    lead: 'Schritte ohne klare Antwort und Zahlungen, deren Zahlen sich nicht erklären lassen. Ihre Beträge gelten als ausgegeben, bis jemand Bescheid weiss. Von hier wird nie etwas nochmals gesendet.',
    cut: 'Nur die ältesten 100 sind aufgeführt.',
    empty: 'Keine unklaren Ergebnisse',
    emptyText: 'Jeder Schritt hat ein sicheres Ergebnis, und jede Zahl lässt sich erklären.',
  },
  doubt: {
    title: 'Zahlen im Zweifel',
    fell: 'Das Gateway nennt weniger gebuchtes oder gutgeschriebenes Geld als zuvor.',
    late: 'Das Gateway nennt bewegtes Geld, das hier niemand verlangt hat, nachdem ein Schritt von uns als nicht ausgeführt galt. Vielleicht war es dieser Schritt, der verspätet ankam.',
    contradiction: 'Die Zahlen des Gateways widersprechen dem, was hier bekannt ist.',
    figures: 'Das Gateway nennt jetzt:',
    effect:
      'Auf dieser Zahlung bewegt sich kein Geld, bis die Zahlen wieder stimmen oder eine Person sie angesehen hat. Nichts wird von selbst berichtigt.',
    checked: 'Geprüft. Die Zahlen sind noch immer im Zweifel.',
    checkFailed: 'Das Gateway konnte jetzt nicht gefragt werden. Nichts wurde geändert.',
    waiting: 'Eine Person mit dem Recht zum Freigeben muss es ansehen.',
    reason: 'Was haben Sie gefunden?',
    reasonHint:
      'Zum Beispiel, was die Oberfläche des Gateways oder das TWINT-Portal zeigt. Es steht danach im Protokoll.',
    reasonMissing: 'Angeben, was gefunden wurde',
    accept: 'Zahlen des Gateways übernehmen',
  },
};
