export const paymentNotes = {
  notes: {
    title: 'Notes',
    none: 'No notes yet.',
    write: 'Write a note',
    add: 'Add note',
    change: 'Change note',
    changeOf: 'Change note of {time}',
    save: 'Save note',
    back: 'Back',
    changed: 'changed {time}',
    added: 'The note was added.',
    saved: 'The note was saved.',
    empty: 'Write something first.',
    tooLong: 'A note may have at most {most} characters; this one has {count}.',
  },
};
