import type { Messages } from '../messages.ts';

export const paymentReimbursement: Pick<Messages['payments'], 'reimburse'> = {
  reimburse: {
    title: 'Anders zurückbezahlt',
    recorded: '{amount} als ausserhalb von TWINT zurückbezahlt erfasst.',
    lead: 'TWINT nimmt für diese Zahlung keine Gutschrift mehr an. Hat die Kundschaft ihr Geld auf anderem Weg zurückerhalten, erfassen Sie es hier: Es zählt in den Berichten und kann nicht zusätzlich gutgeschrieben werden. Es wird nichts gesendet.',
    open: 'Rückzahlung erfassen …',
    how: 'Auf welchem Weg?',
    way: {
      'bank-transfer': 'Banküberweisung',
      cash: 'Bargeld',
      voucher: 'Gutschein',
      other: 'Anderer Weg',
    },
    reason: 'Grund und Beleg',
    reasonHint: 'Etwa die Nummer der Überweisung. Steht im Verlauf und im Protokoll.',
    reasonMissing: 'Nennen Sie den Grund und wo der Beleg zu finden ist',
    submit: '{amount} als zurückbezahlt erfassen',
    submitPlain: 'Als zurückbezahlt erfassen',
    back: 'Zurück',
    stillPossible:
      'TWINT nimmt für diese Zahlung noch Gutschriften an. Verwenden Sie die Gutschrift oben.',
  },
};
