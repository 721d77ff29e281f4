import type { PageLanguage } from 'paygate-core/operations';

type Words = {
  readonly subject: (merchant: string, order: string) => string;
  readonly body: (facts: {
    readonly merchant: string;
    readonly amount: string;
    readonly order: string;
    readonly until: string;
    readonly url: string;
    readonly note: string;
  }) => string;
};

/** The mail that carries a link, in the customer's language. Plain text: nothing to load, nothing to hide. */
export const linkMailWords: Readonly<Record<PageLanguage, Words>> = {
  en: {
    subject: (merchant, order) => `${merchant}: payment for ${order}`,
    body: ({ merchant, amount, order, until, url, note }) =>
      `Hello\n\n${note}Please pay ${amount} for ${order} with TWINT:\n\n${url}\n\n` +
      `The link is valid until ${until} (Swiss time) and can be paid once.\n\nKind regards\n${merchant}\n`,
  },
  de: {
    subject: (merchant, order) => `${merchant}: Zahlung für ${order}`,
    body: ({ merchant, amount, order, until, url, note }) =>
      `Guten Tag\n\n${note}Bitte bezahlen Sie ${amount} für ${order} mit TWINT:\n\n${url}\n\n` +
      `Der Link gilt bis ${until} (Schweizer Zeit) und lässt sich einmal bezahlen.\n\nFreundliche Grüsse\n${merchant}\n`,
  },
  fr: {
    subject: (merchant, order) => `${merchant}: paiement pour ${order}`,
    body: ({ merchant, amount, order, until, url, note }) =>
      `Bonjour\n\n${note}Veuillez payer ${amount} pour ${order} avec TWINT:\n\n${url}\n\n` +
      `Le lien est valable jusqu’au ${until} (heure suisse) et ne peut être payé qu’une fois.\n\nMeilleures salutations\n${merchant}\n`,
  },
  it: {
    subject: (merchant, order) => `${merchant}: pagamento per ${order}`,
    body: ({ merchant, amount, order, until, url, note }) =>
      `Buongiorno\n\n${note}La preghiamo di pagare ${amount} per ${order} con TWINT:\n\n${url}\n\n` +
      `Il link è valido fino al ${until} (ora svizzera) e può essere pagato una sola volta.\n\nCordiali saluti\n${merchant}\n`,
  },
};
