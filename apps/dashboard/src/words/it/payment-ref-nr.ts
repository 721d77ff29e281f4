/** The correction of an order number at the gateway. */
export const paymentRefNr = {
  refNrChange: {
    former: 'Numero d’ordine precedente',
    open: 'Correggi numero d’ordine …',
    lead: 'Il gateway riceve un altro riferimento per questo pagamento. Non si muove denaro; entrambi i numeri restano rintracciabili.',
    to: 'Numero d’ordine corretto (RefNr)',
    reason: 'Motivo',
    reasonHint: 'Per esempio «errore di battitura». Figura nella cronologia e nel registro.',
    submit: 'Correggi numero d’ordine',
    back: 'Indietro',
    missing: 'Inserisca il numero d’ordine',
    reasonMissing: 'Inserisca un motivo',
    same: 'Il pagamento ha già questo numero d’ordine.',
    done: 'Il gateway ha il nuovo numero d’ordine.',
    declined: 'Il gateway ha rifiutato (codice {code})',
    unknownTitle: 'Non si sa quale numero d’ordine abbia il gateway',
    unknown: 'Abbiamo inviato «{refNr}» il {time}, senza una risposta chiara. Forse ha funzionato.',
    quiet:
      'Un’interrogazione può chiarirlo: il nuovo numero prova che ha funzionato; che non ha funzionato si può dire al più presto il {time}.',
    again:
      'Se l’interrogazione non indica un numero, verifichi presso il gateway o corregga ancora una volta: inviato due volte, lo stesso numero non cambia nulla.',
    nextCheck: 'Prossima verifica automatica il {time}.',
    checksNow: 'La verifica automatica è in corso.',
    checked: 'Verificato. Resta aperto finché l’interrogazione non dice quale numero è.',
  },
};
