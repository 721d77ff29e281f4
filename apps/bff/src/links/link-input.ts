import { pageLanguages } from 'paygate-core/operations';
import { z } from 'zod';
import { captureModes, linkStates } from './link.ts';

/** TWINT holds an authorization for seven days. */
const LONGEST_HOURS = 168;

const printable = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'empty')
    .max(most, 'too-long')
    .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'characters');

/** Any spelling of a UUID; in lower case, so that the same request always looks the same. */
const id = z.guid().toLowerCase();

/** What one link asks for. Amount in minor units, `validUntil` ms UTC. */
export const linkWish = z.strictObject({
  connection: z.string().max(40),
  amount: z.int('amount').min(1, 'amount').max(9_999_999_999, 'amount'),
  refNr: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_-]{1,40}$/, 'ref-nr')
    .nullish(),
  orderDesc: printable(200),
  validUntil: z.int(),
  language: z.enum(pageLanguages),
  capture: z.enum(captureModes),
  captureHours: z
    .int('hours')
    .min(1, 'hours')
    .max(LONGEST_HOURS, 'longer-than-twint-holds')
    .nullish(),
  userData: printable(1024).nullish(),
  plain: printable(50).nullish(),
  custom: printable(1024).nullish(),
  /** The payment whose rest is asked for again. */
  forPaymentId: id.nullish(),
});
export type LinkWish = z.output<typeof linkWish>;

const withHours = <T extends z.ZodType<LinkWish>>(schema: T) =>
  schema.refine(({ capture, captureHours }) => capture !== 'after' || captureHours != null, {
    path: ['captureHours'],
    message: 'hours',
  });

/** `key` is made by the caller when its form opens: the same key never makes a second link. */
export const createLinkInput = withHours(linkWish.extend({ key: id }));
export type CreateLinkInput = z.output<typeof createLinkInput>;

export const listLinksInput = z.strictObject({
  state: z.array(z.enum(linkStates)).max(linkStates.length).optional(),
  search: z.string().trim().max(100).optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(200).nullish(),
});
export type ListLinksInput = z.output<typeof listLinksInput>;

export const linkIdInput = z.strictObject({ linkId: id });

export const linksOfPaymentInput = z.strictObject({ paymentId: id });

/** A pasted or uploaded file of links, and what all of them have in common. */
export const importLinksInput = z.strictObject({
  connection: z.string().max(40),
  text: z.string().min(1, 'empty').max(90_000, 'too-long'),
  language: z.enum(pageLanguages),
  capture: z.enum(['at-once', 'by-hand']),
  validUntil: z.int(),
});
export type ImportLinksInput = z.output<typeof importLinksInput>;

export const createImportInput = importLinksInput.extend({ key: id });

export const sendLinkMailInput = z.strictObject({
  linkId: id,
  recipient: z.string().trim().max(254).pipe(z.email('email-shape')),
  note: z.string().trim().max(1000, 'too-long').optional(),
  key: id,
});
export type SendLinkMailInput = z.output<typeof sendLinkMailInput>;
