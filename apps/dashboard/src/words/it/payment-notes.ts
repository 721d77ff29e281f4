export const paymentNotes = {
  notes: {
    title: 'Note',
    none: 'Ancora nessuna nota.',
    write: 'Scrivere una nota',
    add: 'Aggiungere la nota',
    change: 'Modificare la nota',
    changeOf: 'Modificare la nota del {time}',
    save: 'Salvare la nota',
    back: 'Indietro',
    changed: 'modificata {time}',
    added: 'La nota è aggiunta.',
    saved: 'La nota è salvata.',
    empty: 'Scrivere prima qualcosa.',
    tooLong: 'Una nota può avere al massimo {most} caratteri; questa ne ha {count}.',
  },
};
