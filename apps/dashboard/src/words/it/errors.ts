import type { Messages } from '../messages.ts';

export const errors: Messages['errors'] = {
  network: 'Il server non è raggiungibile. Controllare la rete, poi riprovare.',
  timeout: 'Il server ha impiegato troppo tempo a rispondere. Riprovare.',
  badInput: 'Il server non ha accettato i dati. Controllarli e inviarli di nuovo.',
  field: 'Il server non ha accettato «{field}». Controllare e inviare di nuovo.',
  signedOut: 'La sessione è terminata. Accedere di nuovo; i dati inseriti sono ancora qui.',
  forbidden: 'Il Suo ruolo non lo permette. L’amministrazione può modificare i ruoli.',
  notFound: 'Questo elemento non esiste o appartiene a un esercente che non è visibile.',
  tooLarge: 'I dati sono troppo lunghi. Accorciarli e inviarli di nuovo.',
  tooMany: 'Troppe richieste in poco tempo. Attendere un minuto, poi riprovare.',
  unavailable: 'Il server al momento non è pronto. Riprovare tra qualche secondo.',
  page: 'La pagina stessa ha un problema. Riprovare o ricaricarla.',
  internal: 'Si è verificato un problema sul server. Nulla è perso. Numero da indicare: {id}',
  internalPlain: 'Si è verificato un problema sul server. Nulla è perso. Riprovare.',
  refusal: {
    'stale-version': 'Questo pagamento è stato modificato nel frattempo. Controllare gli importi.',
    'key-reused':
      'Questa operazione è già stata inviata con altri importi. Guardare prima il pagamento.',
    'step-in-flight': 'Su questo pagamento è in corso un’altra operazione. Attendere l’esito.',
    'nothing-left': 'Non resta nulla per questa operazione.',
    'amount-too-high': 'L’importo non può superare {max}.',
    'amount-too-low': 'L’importo deve essere di almeno {min}.',
    'not-captured': 'Nulla è ancora contabilizzato. Stornare invece l’autorizzazione.',
    'already-captured': 'Già contabilizzato. Restituire il denaro con un rimborso.',
    'outcome-unknown': 'L’esito di un’operazione precedente non è noto. Verificare prima lo stato.',
    'over-limit': 'Oltre il Suo limite di {limit}. Chiedere a chi ha un limite più alto.',
    'not-supported': 'Il contratto di questo collegamento non lo permette.',
    'gateway-unreachable': 'Il gateway non risponde. Nulla è stato inviato. Riprovare più tardi.',
    'external-change':
      'Questo pagamento è stato modificato fuori da Paygate Desk. Controllare gli importi.',
  },
};
