import type { Messages } from '../messages.ts';

export const paymentReview: Pick<Messages['payments'], 'review'> = {
  review: {
    title: 'Entscheiden, was daraus wurde',
    question: 'Was ist beim Gateway aus diesem Schritt geworden?',
    verdict: { executed: 'Er wurde ausgeführt', 'not-executed': 'Er wurde nicht ausgeführt' },
    effect: {
      executed: {
        capture: '{amount} gelten als gebucht.',
        reversal: '{amount} gelten als storniert.',
        credit: '{amount} gelten als gutgeschrieben.',
      },
      'not-executed': {
        capture: '{amount} gelten als nicht gebucht, andere Schritte sind wieder möglich.',
        reversal: '{amount} bleiben autorisiert, andere Schritte sind wieder möglich.',
        credit: '{amount} gelten als nicht gutgeschrieben, andere Schritte sind wieder möglich.',
      },
    },
    verdictMissing: 'Wählen, was daraus wurde',
    reason: 'Was belegt es?',
    reasonHint: 'Etwa was das Backoffice des Gateways oder das TWINT-Portal zeigt.',
    reasonMissing: 'Angeben, was es belegt',
    reasonLong: 'Auf 500 Zeichen kürzen',
    proposeHint:
      'Das Gateway wird jetzt noch einmal gefragt. Verbucht wird erst, wenn eine zweite Person bestätigt.',
    propose: 'Vorschlagen',
    proposed: 'Vorgeschlagen. Eine zweite Person muss bestätigen.',
    reasonGiven: 'Beleg:',
    confirmHint:
      'Den Beleg mit dem vergleichen, was das Gateway gesagt hat. Vor dem Verbuchen wird es noch einmal gefragt.',
    confirm: {
      executed: 'Bestätigen: wurde ausgeführt',
      'not-executed': 'Bestätigen: wurde nicht ausgeführt',
    },
    confirmed: 'Bestätigt. Das Ergebnis ist jetzt bekannt.',
    replace: 'Etwas anderes vorschlagen …',
    withdraw: 'Vorschlag zurückziehen',
    withdrawn: 'Der Vorschlag ist zurückgezogen.',
    waitOther: 'Eine andere Person mit dem Recht zur Freigabe muss den Vorschlag bestätigen.',
    waitAlone:
      'Sonst darf hier niemand freigeben. Der eigene Vorschlag lässt sich am {time} bestätigen; im Prüfprotokoll steht dann, dass es eine Person allein war.',
    waitApprover: 'Eine Person mit dem Recht zur Freigabe muss bestätigen.',
    waiting: 'Eine Person mit dem Recht zu diesem Schritt muss sagen, was daraus wurde.',
  },
};
