import { pageLanguages } from 'paygate-core/operations';
import { z } from 'zod';
import { captureModes, type LinkStanding, linkStates, linkUrl } from './link.ts';

const instant = z.int();

/** What a person may see of a link. Amounts are minor units, instants ms UTC. */
export const linkView = z.object({
  id: z.uuid(),
  merchantId: z.int(),
  connectionId: z.uuid(),
  url: z.string(),
  amount: z.int(),
  currency: z.literal('CHF'),
  refNr: z.string().nullable(),
  orderDesc: z.string(),
  language: z.enum(pageLanguages),
  capture: z.enum(captureModes),
  captureHours: z.int().nullable(),
  userData: z.string().nullable(),
  plain: z.string().nullable(),
  custom: z.string().nullable(),
  state: z.enum(linkStates),
  validUntil: instant,
  opened: z.int(),
  openedAt: instant.nullable(),
  busySince: instant.nullable(),
  againAt: instant.nullable(),
  withdrawnAt: instant.nullable(),
  attempts: z.int(),
  paidPaymentId: z.uuid().nullable(),
  paidTimes: z.int(),
  forPaymentId: z.uuid().nullable(),
  by: z.string(),
  createdAt: instant,
});
export type LinkView = z.infer<typeof linkView>;

const mailView = z.object({
  id: z.uuid(),
  recipient: z.string(),
  state: z.enum(['waiting', 'sending', 'sent', 'failed', 'unknown']),
  said: z.string().nullable(),
  createdAt: instant,
  sentAt: instant.nullable(),
  nextTryAt: instant.nullable(),
});

export const linkDetailView = linkView.extend({
  mails: z.array(mailView),
  /** Whether this house can send mail; if not, the screen says what to configure. */
  mailConfigured: z.boolean(),
});
export type LinkDetailView = z.infer<typeof linkDetailView>;

/** Where links can be made, and what each contract allows. */
export const linkConnectionView = z.object({
  slug: z.string(),
  label: z.string(),
  merchantId: z.int(),
  mode: z.enum(['sale', 'deferred']),
  captureParameter: z.enum(['no', 'yes']),
  minimum: z.int(),
  linkPage: z.enum(['twint', 'paymentPage']),
});

/** Shows a link. */
export function toLinkView(link: LinkStanding): LinkView {
  const { id, merchantId, connectionId, amount, refNr, orderDesc, language } = link;
  const { capture, captureHours, userData, plain, custom, state, validUntil } = link;
  const { opened, openedAt, busySince, againAt, withdrawnAt, attempts } = link;
  const { paidPaymentId, paidTimes, forPaymentId, byName, createdAt } = link;
  return {
    id,
    merchantId,
    connectionId,
    url: linkUrl(link),
    amount,
    currency: 'CHF',
    refNr,
    orderDesc,
    language,
    capture,
    captureHours,
    userData,
    plain,
    custom,
    state,
    validUntil,
    opened,
    openedAt,
    busySince,
    againAt,
    withdrawnAt,
    attempts,
    paidPaymentId,
    paidTimes,
    forPaymentId,
    by: byName,
    createdAt,
  };
}
