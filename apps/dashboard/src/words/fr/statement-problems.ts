/** What keeps a statement, or a line of it, from being read. */
export const statementProblems = {
  lineProblem: {
    date: 'Cette date n’existe pas.',
    'date-ambiguous': 'Jour et mois pourraient être inversés. Choisissez leur ordre ci-dessus.',
    'date-too-old': 'La date précède les débuts de TWINT, et un montant figure à côté.',
    amount: 'Ce n’est pas un montant avec le séparateur décimal choisi.',
    missing: 'Il manque quelque chose ici.',
    currency: 'La monnaie n’est pas le CHF.',
    'other-merchant': 'C’est la ligne d’un autre commerçant.',
    'no-name': 'Ni PayID, ni XID, ni TransID, ni numéro de commande.',
    'too-long': 'C’est trop long pour un numéro de paiement.',
    'second-total': 'Une seconde ligne de total.',
    'no-total':
      'La ligne de total manque : le fichier est peut-être tronqué. Si ces fichiers n’en ont pas, videz le mot pour le total.',
  },
  fileProblem: {
    empty: 'Le fichier est vide.',
    spreadsheet: 'C’est un classeur Excel. Enregistrez-le en CSV et déposez ce fichier.',
    'not-text': 'Ce n’est pas un fichier texte. Enregistrez le décompte en CSV (UTF-8).',
    encoding:
      'Les caractères sont illisibles ainsi. Choisissez un autre jeu, ou enregistrez en UTF-8.',
    'file-too-large': 'Le fichier dépasse 10 Mo. Divisez-le.',
    'upload-gone': 'Le fichier n’est plus conservé. Choisissez-le de nouveau.',
    quotes: 'Un guillemet est mal placé. Rien n’a été lu.',
    'too-many-rows': 'Le fichier dépasse 100’000 lignes. Divisez-le.',
    'row-too-long': 'Cette ligne est trop longue pour un paiement. Rien n’a été lu.',
    'no-details': 'Aucune ligne de détail. Vérifiez la colonne qui nomme le genre.',
    'same-file': 'Ce fichier précis a déjà été importé. Impossible de le faire deux fois.',
    'faulty-lines': 'Cette ligne est illisible. Rien n’a été enregistré.',
    'before-from': 'Le dernier jour précède le premier.',
    'too-long': 'Cela fait plus de 400 jours.',
    date: 'Saisissez une date.',
    'no-name-column': 'Indiquez la colonne du PayID, du XID, du TransID ou du numéro de commande.',
    'no-amount-column': 'Indiquez la colonne du montant, avant ou après frais.',
    'column-missing':
      'Une colonne de cette lecture manque dans le fichier. Choisissez-la de nouveau.',
    'decimal-ambiguous':
      'Les montants peuvent se lire de deux façons. Choisissez le séparateur décimal, pour que rien ne soit deviné.',
    network: 'Le fichier n’est pas arrivé. Vérifiez la connexion et réessayez.',
  },
};
