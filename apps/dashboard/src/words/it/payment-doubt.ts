import type { Messages } from '../messages.ts';

export const paymentDoubt: Pick<Messages['payments'], 'unresolved' | 'doubt'> = {
  unresolved: {
    title: 'Esito sconosciuto',
    lead: 'Passi senza una risposta chiara e pagamenti le cui cifre non si spiegano. I loro importi valgono come spesi finché qualcuno non lo sa. Da qui non si invia mai nulla di nuovo.',
    cut: 'Sono elencati solo i 100 più vecchi.',
    empty: 'Nessun esito sconosciuto',
    emptyText: 'Ogni passo ha un esito certo e ogni cifra si spiega.',
  },
  doubt: {
    title: 'Cifre in dubbio',
    fell: 'Il gateway indica meno denaro contabilizzato o rimborsato di prima.',
    late: 'Il gateway indica denaro mosso che qui nessuno ha chiesto, dopo un nostro passo ritenuto non eseguito. Forse era quel passo, arrivato in ritardo.',
    contradiction: 'Le cifre del gateway contraddicono ciò che è noto qui.',
    figures: 'Il gateway indica ora:',
    effect:
      'Su questo pagamento non si muove denaro finché le cifre non tornano o una persona non le ha esaminate. Nulla si corregge da solo.',
    checked: 'Controllato. Le cifre sono ancora in dubbio.',
    checkFailed: 'Non è stato possibile interrogare il gateway. Nulla è stato cambiato.',
    waiting: 'Deve esaminarlo una persona con il diritto di approvare.',
    reason: 'Che cosa ha trovato?',
    reasonHint:
      'Per esempio ciò che mostra l’interfaccia del gateway o il portale TWINT. Poi figura nel registro di audit.',
    reasonMissing: 'Indicare che cosa è stato trovato',
    accept: 'Accettare le cifre del gateway',
  },
};
