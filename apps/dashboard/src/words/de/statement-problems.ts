/** What keeps a statement, or a line of it, from being read. */
export const statementProblems = {
  lineProblem: {
    date: 'Dieses Datum gibt es nicht.',
    'date-ambiguous': 'Tag und Monat könnten vertauscht sein. Oben ihre Reihenfolge wählen.',
    'date-too-old': 'Das Datum liegt vor dem Beginn von TWINT, und ein Betrag steht daneben.',
    amount: 'Mit dem gewählten Dezimalzeichen ist das kein Betrag.',
    missing: 'Hier fehlt etwas.',
    currency: 'Die Währung ist nicht CHF.',
    'other-merchant': 'Das ist die Zeile eines anderen Händlers.',
    'no-name': 'Weder PayID, XID, TransID noch Bestellnummer.',
    'too-long': 'Das ist zu lang für die Nummer einer Zahlung.',
    'second-total': 'Eine zweite Totalzeile.',
    'no-total':
      'Es fehlt die Totalzeile: Die Datei ist vielleicht abgeschnitten. Haben solche Dateien keine, das Wort für das Total leeren.',
  },
  fileProblem: {
    empty: 'Die Datei ist leer.',
    spreadsheet: 'Das ist eine Excel-Mappe. Als CSV speichern und diese Datei hochladen.',
    'not-text': 'Das ist keine Textdatei. Die Abrechnung als CSV (UTF-8) speichern.',
    encoding:
      'So lassen sich die Zeichen nicht lesen. Anderen Zeichensatz wählen oder als UTF-8 speichern.',
    'file-too-large': 'Die Datei ist grösser als 10 MB. In Teilen hochladen.',
    'upload-gone': 'Die Datei ist nicht mehr gespeichert. Nochmals wählen.',
    quotes: 'Ein Anführungszeichen steht falsch. Nichts wurde gelesen.',
    'too-many-rows': 'Die Datei hat mehr als 100’000 Zeilen. In Teilen hochladen.',
    'row-too-long': 'Diese Zeile ist zu lang für eine Zahlung. Nichts wurde gelesen.',
    'no-details': 'Keine Zeile ist eine Einzelzeile. Die Spalte prüfen, die die Art nennt.',
    'same-file': 'Genau diese Datei wurde schon importiert. Zweimal geht nicht.',
    'faulty-lines': 'Diese Zeile ist nicht lesbar. Nichts wurde gespeichert.',
    'before-from': 'Der letzte Tag liegt vor dem ersten.',
    'too-long': 'Das sind mehr als 400 Tage.',
    date: 'Datum eingeben.',
    'no-name-column': 'Angeben, welche Spalte PayID, XID, TransID oder Bestellnummer enthält.',
    'no-amount-column': 'Angeben, welche Spalte den Betrag enthält, vor oder nach Gebühren.',
    'column-missing': 'Eine Spalte dieser Leseart fehlt in der Datei. Nochmals wählen.',
    'decimal-ambiguous':
      'Die Beträge lassen sich auf zwei Arten lesen. Das Dezimalzeichen wählen, damit nichts geraten wird.',
    network: 'Die Datei kam nicht an. Verbindung prüfen und nochmals versuchen.',
  },
};
