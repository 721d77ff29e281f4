export const paymentNotes = {
  notes: {
    title: 'Notizen',
    none: 'Noch keine Notizen.',
    write: 'Notiz schreiben',
    add: 'Notiz hinzufügen',
    change: 'Notiz ändern',
    changeOf: 'Notiz vom {time} ändern',
    save: 'Notiz speichern',
    back: 'Zurück',
    changed: 'geändert {time}',
    added: 'Die Notiz ist hinzugefügt.',
    saved: 'Die Notiz ist gespeichert.',
    empty: 'Zuerst etwas schreiben.',
    tooLong: 'Eine Notiz darf höchstens {most} Zeichen haben; diese hat {count}.',
  },
};
