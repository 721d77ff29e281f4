import type { Messages } from '../messages.ts';

/** Why a payment cannot stand in a file. */
export const batchObstacles: Messages['batches']['obstacle'] = {
  'part-in-file':
    'Ein Teil wurde schon gebucht, und eine Datei kann nicht sagen, was mit dem Rest geschieht.',
  'lapses-before-answer':
    'Die Autorisierung verfällt, bevor die Antwort meist kommt. Von Hand buchen.',
  'reversal-unconfirmed':
    'Niemand hat bestätigt, dass das Gateway Stornos in Dateien annimmt. Ein Admin kann es bei der Verbindung einstellen.',
  'ref-nr-unsafe': 'Die RefNr enthält ein Komma oder ein Zeichen, das nicht in eine Datei passt.',
  'trans-id-unsafe-in-file':
    'Die TransID enthält ein Komma oder ein Zeichen, das nicht in eine Datei passt.',
  'other-connection':
    'Sie gehört zu einer anderen Verbindung, oder ihre TransID steht schon in der Datei.',
  'figures-in-doubt': 'Ihre Zahlen werden beim Gateway geprüft.',
  'in-batch-file': 'Sie steht in einer anderen, noch nicht beantworteten Batch-Datei.',
  'step-in-flight': 'Ein anderer Schritt wird gerade ausgeführt.',
  'outcome-unknown': 'Das Ergebnis eines früheren Schritts ist noch unklar.',
  'amount-too-low': 'Der Betrag liegt unter dem Minimum der Verbindung.',
  'amount-too-high': 'Der Betrag ist höher als das, was übrig ist.',
  'nothing-left': 'Es ist nichts mehr übrig.',
  'not-captured': 'Es ist noch nichts gebucht.',
  'already-captured': 'Sie ist schon gebucht.',
  'over-limit': 'Sie liegt über deiner Limite für Gutschriften.',
  'not-supported': 'Der Vertrag der Verbindung oder die Form der Datei lässt es nicht zu.',
  'past-deadline': 'Ihre Frist ist abgelaufen.',
  'trans-id-unsafe': 'Die TransID enthält Zeichen, die sich nicht sicher senden lassen.',
  'pay-id-missing': 'Das Gateway hat ihr noch keine PayID gegeben.',
  awaiting: 'Die Kundschaft hat noch nicht bezahlt.',
  failed: 'Die Zahlung ist fehlgeschlagen.',
  expired: 'Die Autorisierung ist abgelaufen.',
  'already-reversed': 'Sie ist schon storniert.',
  'fully-refunded': 'Sie ist schon ganz gutgeschrieben.',
  other: 'Zurzeit nicht möglich ({reason}).',
};

/** Why an answer cannot be believed. */
export const batchAnswerProblems: Messages['batches']['answerProblem'] = {
  encoding: 'Ein Zeichen ist kein reines ASCII.',
  'byte-order-mark': 'Die Datei beginnt mit einer Byte-Order-Mark.',
  'line-end': 'Die Zeile endet nicht so, wie Zeilen einer Batch-Datei enden.',
  'line-too-long': 'Die Zeile ist zu lang.',
  'empty-line': 'Die Zeile ist leer.',
  'too-large': 'Die Datei ist zu gross.',
  'too-many-records': 'Es sind mehr Zeilen, als eine Datei haben darf.',
  'head-missing': 'Die Zeile HEAD fehlt.',
  'foot-missing': 'Die Zeile FOOT fehlt: Die Datei ist abgeschnitten.',
  'after-foot': 'Nach der Zeile FOOT steht noch etwas.',
  'unknown-record': 'Eine solche Art von Zeile ist nicht bekannt.',
  'field-count': 'Die Zeile hat zu viele oder zu wenige Felder.',
  format: 'Der Inhalt hat nicht die Form dieses Felds.',
  'count-differs': 'Die Anzahl weicht von den vorhandenen Zeilen ab.',
  'sum-differs': 'Die Summe weicht von den vorhandenen Beträgen ab.',
  'other-merchant': 'Sie gehört zu einem anderen Händler.',
  'other-date': 'Sie hat ein anderes Datum als unsere Datei.',
  'other-version': 'Sie hat eine andere Version als unsere Datei.',
  'unknown-line': 'Unsere Datei hat keine solche Zeile.',
  'line-twice': 'Dieselbe Zeile steht zweimal da.',
  changed: 'Sie weicht von dem ab, was unsere Datei in Auftrag gab.',
  'code-missing': 'Der Code fehlt. Ohne ihn kann niemand sagen, was ausgeführt wurde.',
};
