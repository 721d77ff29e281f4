import type { PageLanguage } from 'paygate-core/operations';

type CustomerWords = {
  readonly title: string;
  readonly pay: string;
  readonly validUntil: string;
  readonly order: string;
  readonly notPaidYet: string;
  readonly busyTitle: string;
  readonly busyText: string;
  readonly againAt: (time: string) => string;
  readonly paidTitle: string;
  readonly paidText: string;
  readonly expiredTitle: string;
  readonly withdrawnTitle: string;
  readonly overText: (merchant: string) => string;
  readonly unknownTitle: string;
  readonly unknownText: string;
  readonly returnPaidTitle: string;
  readonly returnPaidText: string;
  readonly returnNotPaidTitle: string;
  readonly returnNotPaidText: string;
  readonly unreadableTitle: string;
  readonly unreadableText: string;
  readonly goOn: string;
};

/** What customers read on our own pages. */
export const customerWords: Readonly<Record<PageLanguage, CustomerWords>> = {
  en: {
    title: 'Pay with TWINT',
    pay: 'Pay with TWINT',
    validUntil: 'Valid until',
    order: 'Order',
    notPaidYet: 'Not paid. Nothing was taken from your account; you can try again.',
    busyTitle: 'Payment in progress',
    busyText:
      'This payment is being made in the TWINT app. As soon as it is confirmed, this page says so.',
    againAt: (time) =>
      `If you closed the TWINT page without paying, you can start again at ${time}. Until then a second attempt could take the money twice.`,
    paidTitle: 'Paid',
    paidText: 'Thank you. You can close this page.',
    expiredTitle: 'This link has expired',
    withdrawnTitle: 'This link was withdrawn',
    overText: (merchant) => `It can no longer be paid. ${merchant} can send you a new one.`,
    unknownTitle: 'There is no such link',
    unknownText: 'Check that the address is complete.',
    returnPaidTitle: 'Thank you',
    returnPaidText: 'TWINT has confirmed your payment to the shop. You can close this page.',
    returnNotPaidTitle: 'Not paid',
    returnNotPaidText: 'Nothing was taken from your account. Go back to the shop to try again.',
    unreadableTitle: 'This page could not be read',
    unreadableText: 'Go back to the shop; it knows what happened.',
    goOn: 'Continue',
  },
  de: {
    title: 'Mit TWINT bezahlen',
    pay: 'Mit TWINT bezahlen',
    validUntil: 'Gültig bis',
    order: 'Bestellung',
    notPaidYet:
      'Nicht bezahlt. Ihr Konto wurde nicht belastet; Sie können es noch einmal versuchen.',
    busyTitle: 'Zahlung läuft',
    busyText:
      'Diese Zahlung wird gerade in der TWINT-App gemacht. Sobald sie bestätigt ist, steht es hier.',
    againAt: (time) =>
      `Wenn Sie die TWINT-Seite ohne Zahlung geschlossen haben, können Sie um ${time} neu beginnen. Bis dahin könnte ein zweiter Versuch das Geld doppelt abbuchen.`,
    paidTitle: 'Bezahlt',
    paidText: 'Vielen Dank. Sie können diese Seite schliessen.',
    expiredTitle: 'Dieser Link ist abgelaufen',
    withdrawnTitle: 'Dieser Link wurde zurückgezogen',
    overText: (merchant) =>
      `Er lässt sich nicht mehr bezahlen. ${merchant} kann Ihnen einen neuen senden.`,
    unknownTitle: 'Diesen Link gibt es nicht',
    unknownText: 'Prüfen Sie, ob die Adresse vollständig ist.',
    returnPaidTitle: 'Vielen Dank',
    returnPaidText: 'TWINT hat dem Shop Ihre Zahlung bestätigt. Sie können diese Seite schliessen.',
    returnNotPaidTitle: 'Nicht bezahlt',
    returnNotPaidText:
      'Ihr Konto wurde nicht belastet. Gehen Sie zurück zum Shop, um es noch einmal zu versuchen.',
    unreadableTitle: 'Diese Seite liess sich nicht lesen',
    unreadableText: 'Gehen Sie zurück zum Shop; er weiss, was geschehen ist.',
    goOn: 'Weiter',
  },
  fr: {
    title: 'Payer avec TWINT',
    pay: 'Payer avec TWINT',
    validUntil: 'Valable jusqu’au',
    order: 'Commande',
    notPaidYet: 'Non payé. Votre compte n’a pas été débité; vous pouvez réessayer.',
    busyTitle: 'Paiement en cours',
    busyText:
      'Ce paiement est en cours dans l’application TWINT. Dès qu’il est confirmé, cette page l’indique.',
    againAt: (time) =>
      `Si vous avez fermé la page TWINT sans payer, vous pourrez recommencer à ${time}. Avant, une seconde tentative pourrait débiter deux fois.`,
    paidTitle: 'Payé',
    paidText: 'Merci. Vous pouvez fermer cette page.',
    expiredTitle: 'Ce lien a expiré',
    withdrawnTitle: 'Ce lien a été retiré',
    overText: (merchant) => `Il ne peut plus être payé. ${merchant} peut vous en envoyer un autre.`,
    unknownTitle: 'Ce lien n’existe pas',
    unknownText: 'Vérifiez que l’adresse est complète.',
    returnPaidTitle: 'Merci',
    returnPaidText: 'TWINT a confirmé votre paiement à la boutique. Vous pouvez fermer cette page.',
    returnNotPaidTitle: 'Non payé',
    returnNotPaidText: 'Votre compte n’a pas été débité. Retournez à la boutique pour réessayer.',
    unreadableTitle: 'Cette page n’a pas pu être lue',
    unreadableText: 'Retournez à la boutique; elle sait ce qui s’est passé.',
    goOn: 'Continuer',
  },
  it: {
    title: 'Pagare con TWINT',
    pay: 'Pagare con TWINT',
    validUntil: 'Valido fino al',
    order: 'Ordine',
    notPaidYet: 'Non pagato. Il conto non è stato addebitato; è possibile riprovare.',
    busyTitle: 'Pagamento in corso',
    busyText:
      'Questo pagamento è in corso nell’app TWINT. Appena è confermato, questa pagina lo indica.',
    againAt: (time) =>
      `Se la pagina TWINT è stata chiusa senza pagare, si può ricominciare alle ${time}. Prima, un secondo tentativo potrebbe addebitare due volte.`,
    paidTitle: 'Pagato',
    paidText: 'Grazie. Questa pagina può essere chiusa.',
    expiredTitle: 'Questo link è scaduto',
    withdrawnTitle: 'Questo link è stato ritirato',
    overText: (merchant) => `Non può più essere pagato. ${merchant} può inviarne uno nuovo.`,
    unknownTitle: 'Questo link non esiste',
    unknownText: 'Verificare che l’indirizzo sia completo.',
    returnPaidTitle: 'Grazie',
    returnPaidText: 'TWINT ha confermato il pagamento al negozio. Questa pagina può essere chiusa.',
    returnNotPaidTitle: 'Non pagato',
    returnNotPaidText: 'Il conto non è stato addebitato. Tornare al negozio per riprovare.',
    unreadableTitle: 'Questa pagina non è leggibile',
    unreadableText: 'Tornare al negozio: sa che cosa è successo.',
    goOn: 'Continua',
  },
};
