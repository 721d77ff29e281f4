import { z } from 'zod';
import { callbackUrlRule, isCallbackUrl } from './urls.ts';
import { isLatin1, transliterate } from './wire/charset.ts';

/*
 * Every field of the two seed documents (Pay-Jet and First Cash Solution) with the format we send or
 * accept. The message of each check is the rule that a WireError names. `ans..30` and the like are
 * the documents' own notation: alphanumeric with special characters, up to 30 characters.
 */

const rule = (pattern: RegExp, message: string) => z.string(message).regex(pattern, message);

/** ans..30. Characters that the MAC or the envelope would misread are left out. */
export const merchantId = rule(
  /^[\x21-\x24\x27-\x29\x2c-\x7e]{1,30}$/,
  '1 to 30 printable ASCII characters without space, & * % +',
);

/** an32, made by the gateway; names the payment. */
export const payId = rule(/^[A-Za-z0-9]{32}$/, '32 letters and digits');

/** an32, made by the gateway; names one step. First Cash leaves it out of the callback. */
export const xid = rule(/^[A-Za-z0-9]{32}$/, '32 letters and digits');

/** ans..64 in both documents. What we make is shorter: TWINT's own merchant reference ends at 50. */
export const ownTransId = rule(/^[A-Za-z0-9_-]{1,50}$/, '1 to 50 of A-Z a-z 0-9 _ -');

/** ans..64 of a payment born elsewhere, sent back verbatim where no reader can misread it. */
export const foreignTransId = rule(
  /^[\x20-\x24\x27-\x29\x2c-\x7e]{1,64}$/,
  '1 to 64 printable ASCII characters without & * % +',
);

/**
 * ans..64 on receipt, and in an inquiry, which moves no money: a payment whose TransID is unsafe to
 * send with money is still shown and asked about. An asterisk would unsettle the MAC.
 */
export const receivedTransId = rule(
  /^[\x20-\x25\x27-\x29\x2b-\x7e\xa0-\xff]{1,64}$/,
  '1 to 64 printable ISO-8859-1 characters without & *',
);

/**
 * ans..40. Both documents also allow the comma, which would shift the columns of a batch file, so
 * it is never sent.
 */
export const refNr = rule(/^[A-Za-z0-9_-]{1,40}$/, '1 to 40 of A-Z a-z 0-9 _ -');

/** First Cash's callback types it ns..40, "ASCII only": any printable ASCII is taken on receipt. */
export const receivedRefNr = rule(/^[\x20-\x7e]{0,40}$/, 'up to 40 ASCII characters');

/** ans..32, unique per request. Spelled ReqId in the tables and ReqID in the prose. */
export const reqId = rule(/^[A-Za-z0-9_-]{1,32}$/, '1 to 32 of A-Z a-z 0-9 _ -');

/** n..10 in whole minor units. A leading zero would change the MAC. */
export const amount = rule(
  /^[1-9][0-9]{0,9}$/,
  '1 to 9999999999 in whole minor units, digits only',
);

/** n..10 of an inquiry, where nothing is written as 0. */
export const receivedAmount = rule(/^[0-9]{1,10}$/, 'up to 10 digits');

/** a3. "Only CHF" stands at twint.aspx alone, yet TWINT has no other currency anywhere. */
export const currency = z.literal('CHF', 'CHF, the only currency of TWINT');

/** an64. */
export const mac = rule(/^[0-9A-Fa-f]{64} *$/, '64 hex digits');

/**
 * ans..768, counted after transliteration. An ampersand, or a percent sign that could start a URL
 * escape, becomes a slash: a product called `x&Amount=1` must stay a product.
 */
export const orderDesc = z
  .string('text of 1 to 768 characters')
  .transform((text) => transliterate(text).replace(/&|%(?=[0-9A-Fa-f]{2})/g, '/'))
  .pipe(
    z
      .string()
      .min(1, '1 to 768 characters')
      .max(768, '1 to 768 characters')
      .refine(isLatin1, 'printable ISO-8859-1 text'),
  );

/** a7: the answer comes encrypted. Spelled `response` in First Cash's notes. */
export const response = z.literal('encrypt', 'encrypt');

const passThrough = (limit: number) =>
  rule(
    new RegExp(`^[\\x20-\\x24\\x27-\\x2a\\x2c-\\x7e]{1,${limit}}$`),
    `1 to ${limit} printable ASCII characters without & % +`,
  );

/** ans..1024, comes back inside `Data`. Absent from the capture request in both documents. */
export const userData = passThrough(1024);

/** ans..50, comes back in clear. */
export const plain = passThrough(50);

/** ans..1024, comes back in clear with `|` turned into `&`: it must not bring a Len or Data along. */
export const custom = passThrough(1024).refine(
  (value) => !/(?:^|\|)(?:len|data)(?:=|\||$)/i.test(value),
  'must not name Len or Data',
);

/**
 * an..6, in First Cash's document only, with the condition "OM" that its own key does not explain,
 * while the merchant id is said to decide. Not sent unless asked for. 1 to 696 hours are documented;
 * more than 168 cannot work, because TWINT holds an authorization for seven days.
 */
export const capture = rule(
  /^(?:AUTO|MANUAL|[1-9][0-9]?|1[0-5][0-9]|16[0-8])$/,
  'AUTO, MANUAL or 1 to 168 hours',
);

/**
 * ans..3. Pay-Jet: YES closes the order. First Cash lost the value, so there any value closes; the
 * one reading that fits both is YES to close and nothing at all to keep open.
 */
export const completeType = z.literal('YES', 'YES, or left out to keep the rest open');

/** a..50, yet AUTHORIZE_REQUEST has an underscore. */
export const status = rule(/^[A-Z_]{1,50}$/, '1 to 50 upper-case letters and underscores');

/** Typed n8, but the code list has letters; compared as text, zeros kept. */
export const code = rule(/^[0-9A-Z]{8}$/, '8 digits or upper-case letters');

/** ans..1024; never used to decide anything. One with a NUL could not be kept: PostgreSQL has none in a text. */
export const description = z
  .string()
  .max(1024, 'up to 1024 characters')
  .refine((text) => !text.includes('\0'), 'no NUL');

/** Typed an..20, but TWINT's order UUID has 36 characters. */
export const transactionId = rule(/^[\x20-\x7e]{0,64}$/, 'up to 64 ASCII characters');

/**
 * ans..256: URLSuccess, URLFailure, URLNotify. https on port 443 without parameters; demo mode also
 * takes http on this machine.
 */
export const callbackUrl = (allowLoopbackHttp: boolean) =>
  z
    .string(callbackUrlRule)
    .refine((text) => isCallbackUrl(text, allowLoopbackHttp), callbackUrlRule);
