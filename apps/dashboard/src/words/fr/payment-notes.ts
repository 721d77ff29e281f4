export const paymentNotes = {
  notes: {
    title: 'Notes',
    none: 'Aucune note.',
    write: 'Écrire une note',
    add: 'Ajouter la note',
    change: 'Modifier la note',
    changeOf: 'Modifier la note du {time}',
    save: 'Enregistrer la note',
    back: 'Retour',
    changed: 'modifiée le {time}',
    added: 'La note est ajoutée.',
    saved: 'La note est enregistrée.',
    empty: 'Écrire d’abord quelque chose.',
    tooLong: 'Une note peut compter au plus {most} caractères ; celle-ci en compte {count}.',
  },
};
