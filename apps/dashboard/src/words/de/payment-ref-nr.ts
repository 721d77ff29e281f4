/** The correction of an order number at the gateway. */
export const paymentRefNr = {
  refNrChange: {
    former: 'Frühere Bestellnummer',
    open: 'Bestellnummer korrigieren …',
    lead: 'Das Gateway erhält eine andere Referenz für diese Zahlung. Es fliesst kein Geld; beide Nummern bleiben auffindbar.',
    to: 'Richtige Bestellnummer (RefNr)',
    reason: 'Grund',
    reasonHint: 'Zum Beispiel «vertippt». Steht im Verlauf und im Protokoll.',
    submit: 'Bestellnummer korrigieren',
    back: 'Zurück',
    missing: 'Geben Sie die Bestellnummer ein',
    reasonMissing: 'Geben Sie einen Grund ein',
    same: 'Die Zahlung hat diese Bestellnummer bereits.',
    done: 'Das Gateway hat die neue Bestellnummer.',
    declined: 'Das Gateway hat abgelehnt (Code {code})',
    unknownTitle: 'Es ist nicht bekannt, welche Bestellnummer das Gateway hat',
    unknown:
      'Wir haben am {time} «{refNr}» gesendet, aber keine klare Antwort erhalten. Vielleicht hat es geklappt.',
    quiet:
      'Eine Abfrage kann es klären: Die neue Nummer beweist, dass es geklappt hat; dass es nicht geklappt hat, lässt sich frühestens am {time} sagen.',
    again:
      'Nennt die Abfrage keine Bestellnummer, schauen Sie beim Gateway nach oder korrigieren Sie noch einmal: Zweimal gesendet ändert dieselbe Nummer nichts.',
    nextCheck: 'Nächste automatische Prüfung am {time}.',
    checksNow: 'Die automatische Prüfung läuft.',
    checked: 'Geprüft. Das bleibt offen, solange die Abfrage nicht sagt, welche Nummer es ist.',
  },
};
