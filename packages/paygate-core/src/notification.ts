import { computeMac, verifyMac } from './crypto/mac.ts';
import { macInput } from './crypto/mac-input.ts';
import { oneMerchantName } from './operations/answer.ts';
import type { Credentials } from './operations/credentials.ts';
import { readFields } from './operations/request.ts';
import { twintResponse } from './operations/twint.ts';
import { type BodyFailure, parseBody } from './wire/body.ts';
import { type OpenFailure, open, type Sealed, type SealOptions, seal } from './wire/envelope.ts';
import type { Pair, Parameters } from './wire/parameters.ts';

/** The door a callback came through. It proves nothing: a failure can be replayed to the success URL. */
export type CallbackKind = 'notify' | 'success' | 'failure';

/**
 * What an authentic callback says, in the gateway's words. The MAC covers payId, transId, status and
 * code; the rest is a hint, and amounts come from an inquiry only.
 */
export type PaymentEvent = {
  readonly kind: CallbackKind;
  readonly payId: string;
  readonly transId: string;
  readonly status: string;
  readonly code: string;
  readonly xid: string | null;
  readonly description: string | null;
  readonly refNr: string | null;
  readonly userData: string | null;
  readonly transactionId: string | null;
};

export type NotificationFailure =
  | BodyFailure
  | OpenFailure
  | 'not-encrypted'
  | 'pay-id-missing'
  | 'mac-missing'
  | 'mac-wrong'
  | 'merchant-differs'
  | 'field-malformed';

export type Notification =
  | { readonly trusted: true; readonly event: PaymentEvent }
  | { readonly trusted: false; readonly why: NotificationFailure };

/**
 * Opens, verifies and reads a callback; `body` is the form body or the query string as received.
 *
 * The MAC is checked over our own merchant id, never the one in the message, and nothing of the
 * message is used before that. Never throws, whatever arrives.
 */
export function openNotification({
  credentials,
  kind,
  body,
}: {
  readonly credentials: Credentials;
  readonly kind: CallbackKind;
  readonly body: string;
}): Notification {
  const clear = parseBody(body);
  if (clear.kind === 'unreadable') return refuse(clear.why);
  if (clear.kind === 'plain') return refuse('not-encrypted');
  const opened = open(credentials.cipher, clear.len, clear.data);
  if (!opened.ok) return refuse(opened.why);

  const doubt = doubtOf(credentials, opened.parameters);
  if (doubt !== null) return refuse(doubt);

  const merged = oneMerchantName(opened.parameters);
  const read = merged && readFields(twintResponse, merged);
  if (!read?.ok) return refuse('field-malformed');
  const f = read.fields;

  return {
    trusted: true,
    event: {
      kind,
      payId: f.PayID,
      transId: f.TransID,
      status: f.Status,
      code: f.Code,
      xid: f.XID ?? null,
      description: f.Description ?? null,
      refNr: f.RefNr ?? null,
      userData: f.UserData ?? null,
      transactionId: f.TransactionID ?? null,
    },
  };
}

/**
 * The gateway's side: signs the pairs over PayID, TransID, Status and Code and seals them as it does,
 * padded with spaces and in upper-case hex unless told otherwise.
 */
export function sealNotification(
  { merchantId, macKey, cipher }: Credentials,
  pairs: readonly Pair[],
  options: SealOptions = {},
): Sealed {
  const value = (name: string) =>
    pairs.find(([candidate]) => candidate.toLowerCase() === name.toLowerCase())?.[1] ?? '';
  const input = callbackInput(merchantId, value);

  return seal(cipher, [...pairs, ['MAC', computeMac(macKey, input)]], {
    padding: cipher.kind === 'aes' ? 'pkcs' : 'space',
    hexCase: 'upper',
    ...options,
  });
}

/** Why a message is not authentic, or null. */
function doubtOf(
  { merchantId, macKey }: Credentials,
  message: Parameters,
): NotificationFailure | null {
  for (const name of ['mid', 'MerchantID']) {
    const named = message.get(name);
    if (named !== undefined && named !== merchantId) return 'merchant-differs';
  }
  const mac = message.get('MAC')?.trimEnd() ?? '';
  if (mac === '') return 'mac-missing';
  if ((message.get('PayID') ?? '') === '') return 'pay-id-missing';
  // An asterisk would move the borders between the parts that the MAC covers.
  if (coveredNames.some((name) => message.get(name)?.includes('*'))) return 'field-malformed';
  const input = callbackInput(merchantId, (name) => message.get(name) ?? '');

  return verifyMac(macKey, input, mac) ? null : 'mac-wrong';
}

const coveredNames = ['PayID', 'TransID', 'Status', 'Code'];

function callbackInput(merchantId: string, value: (name: string) => string): string {
  return macInput.callback({
    payId: value('PayID'),
    transId: value('TransID'),
    merchantId,
    status: value('Status'),
    code: value('Code'),
  });
}

function refuse(why: NotificationFailure): Notification {
  return { trusted: false, why };
}
