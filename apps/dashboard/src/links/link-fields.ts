import { parseAmount, toAmountText } from '../ui/money.ts';
import { endOfSwissDay, swissDay } from './end-of-day.ts';
import type { LinkConnection, NewLink } from './link.ts';

const week = 7 * 86_400_000;

/** The form as it is typed. */
export type LinkFields = {
  connection: string;
  amount: string;
  refNr: string;
  orderDesc: string;
  validUntil: string;
  language: NewLink['language'];
  capture: NewLink['capture'];
  captureHours: string;
  userData: string;
  plain: string;
  custom: string;
};

/** What a link is for when it asks again for what lapsed. Amount in minor units. */
export type Rest = {
  readonly forPaymentId: string;
  readonly amount: number;
  readonly refNr: string | null;
  readonly orderDesc: string;
  /** The slug of the connection it lapsed at. */
  readonly connection: string;
};

/**
 * Which connection a form begins with: the only one, or the one known (slug) to be meant. Otherwise none:
 * who is paid is never a matter of the alphabet.
 */
export function firstConnection(
  connections: readonly LinkConnection[],
  known: string | null | undefined,
): LinkConnection | undefined {
  if (connections.length === 1) return connections[0];
  return connections.find(({ slug }) => slug === known);
}

/** How this contract captures when nothing is sent. */
export function ownCapture(connection: LinkConnection | undefined): 'at-once' | 'by-hand' {
  return connection?.mode === 'sale' ? 'at-once' : 'by-hand';
}

export function emptyFields(
  connection: LinkConnection | undefined,
  { now, lang, rest }: { readonly now: number; readonly lang: string; readonly rest: Rest | null },
): LinkFields {
  const language = (['de', 'en', 'fr', 'it'] as const).find((known) => known === lang) ?? 'de';
  return {
    connection: connection?.slug ?? '',
    amount: rest === null ? '' : toAmountText(rest.amount),
    refNr: rest?.refNr ?? '',
    orderDesc: rest?.orderDesc ?? '',
    validUntil: swissDay(now + week),
    language,
    capture: ownCapture(connection),
    captureHours: '',
    userData: '',
    plain: '',
    custom: '',
  };
}

/** What is sent; the form has checked amount and day before. */
export function toNewLink(fields: LinkFields, key: string, rest: Rest | null): NewLink {
  const text = (value: string) => (value.trim() === '' ? undefined : value.trim());
  return {
    key,
    connection: fields.connection,
    amount: parseAmount(fields.amount).minor ?? 0,
    refNr: text(fields.refNr),
    orderDesc: fields.orderDesc,
    validUntil: endOfSwissDay(fields.validUntil) ?? 0,
    language: fields.language,
    capture: fields.capture,
    captureHours: fields.capture === 'after' ? Number(fields.captureHours) : undefined,
    userData: text(fields.userData),
    plain: text(fields.plain),
    custom: text(fields.custom),
    forPaymentId: rest?.forPaymentId,
  };
}
