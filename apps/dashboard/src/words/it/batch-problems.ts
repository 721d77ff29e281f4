import type { Messages } from '../messages.ts';

/** Why a payment cannot stand in a file. */
export const batchObstacles: Messages['batches']['obstacle'] = {
  'part-in-file':
    'una parte è già contabilizzata, e un file non può dire che cosa avviene del resto.',
  'lapses-before-answer':
    'l’autorizzazione scade prima che di solito arrivi la risposta. Contabilizzare a mano.',
  'reversal-unconfirmed':
    'nessuno ha confermato che il gateway accetta storni nei file. Un amministratore può impostarlo nel collegamento.',
  'ref-nr-unsafe': 'il RefNr contiene una virgola o un carattere che un file non può portare.',
  'trans-id-unsafe-in-file':
    'il TransID contiene una virgola o un carattere che un file non può portare.',
  'other-connection': 'appartiene a un altro collegamento, o il suo TransID è già nel file.',
  'figures-in-doubt': 'le sue cifre sono in verifica presso il gateway.',
  'in-batch-file': 'si trova in un altro file batch ancora senza risposta.',
  'step-in-flight': 'un altro passo è in corso.',
  'outcome-unknown': 'l’esito di un passo precedente non è ancora noto.',
  'amount-too-low': 'l’importo è sotto il minimo del collegamento.',
  'amount-too-high': 'l’importo supera ciò che resta.',
  'nothing-left': 'non ne resta nulla.',
  'not-captured': 'non è ancora contabilizzato nulla.',
  'already-captured': 'è già contabilizzato.',
  'over-limit': 'supera il suo limite per i rimborsi.',
  'not-supported': 'il contratto del collegamento, o la forma del file, non lo permette.',
  'past-deadline': 'il suo termine è passato.',
  'trans-id-unsafe': 'il TransID contiene caratteri che non si possono inviare con sicurezza.',
  'pay-id-missing': 'il gateway non gli ha ancora dato un PayID.',
  awaiting: 'il cliente non ha ancora pagato.',
  failed: 'il pagamento è fallito.',
  expired: 'l’autorizzazione è scaduta.',
  'already-reversed': 'è già stornato.',
  'fully-refunded': 'è già rimborsato per intero.',
  other: 'ora non è possibile ({reason}).',
};

/** Why an answer cannot be believed. */
export const batchAnswerProblems: Messages['batches']['answerProblem'] = {
  encoding: 'un carattere non è ASCII puro.',
  'byte-order-mark': 'il file comincia con un indicatore di ordine dei byte.',
  'line-end': 'la riga non finisce come quelle di un file batch.',
  'line-too-long': 'la riga è troppo lunga.',
  'empty-line': 'la riga è vuota.',
  'too-large': 'il file è troppo grande.',
  'too-many-records': 'ci sono più righe di quante un file possa averne.',
  'head-missing': 'manca la riga HEAD.',
  'foot-missing': 'manca la riga FOOT: il file è tronco.',
  'after-foot': 'dopo la riga FOOT c’è ancora qualcosa.',
  'unknown-record': 'un tale tipo di riga non è noto.',
  'field-count': 'la riga ha troppi o troppo pochi campi.',
  format: 'il contenuto non ha la forma di questo campo.',
  'count-differs': 'il numero differisce dalle righe presenti.',
  'sum-differs': 'la somma differisce dagli importi presenti.',
  'other-merchant': 'appartiene a un altro commerciante.',
  'other-date': 'ha un’altra data rispetto al nostro file.',
  'other-version': 'ha un’altra versione rispetto al nostro file.',
  'unknown-line': 'il nostro file non ha una tale riga.',
  'line-twice': 'la stessa riga vi sta due volte.',
  changed: 'differisce da ciò che il nostro file ha ordinato.',
  'code-missing': 'manca il codice. Senza, nessuno può dire che cosa è stato eseguito.',
};
