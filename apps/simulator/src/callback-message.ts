import { describeCode } from './codes.ts';
import { joinPairs, type Pair, sealMessage } from './envelope.ts';
import type { MerchantSettings } from './merchants.ts';
import type { Payment } from './state.ts';
import { callbackMac } from './wire-request.ts';

export type CallbackContent = {
  readonly xid: string;
  readonly status: string;
  readonly code: string;
};

/**
 * What goes to URLSuccess, URLFailure and URLNotify: the clear pairs of a query or form body.
 * The MAC covers PayID, TransID, MerchantID, Status and Code, and stands last, in upper case.
 */
export function callbackPairs(
  settings: MerchantSettings,
  payment: Payment,
  content: CallbackContent,
  tamper: (mac: string) => string = (mac) => mac,
): Pair[] {
  const { payId, transId, merchantId, encrypted, plain, custom } = payment;
  const parts = [payId, transId, merchantId, content.status, content.code];
  const mac = tamper(callbackMac(settings.macKey, parts));
  const message = dressed(settings, [...innerPairs(settings, payment, content), ['MAC', mac]]);
  const clear: Pair[] = plain === null ? [] : [['Plain', plain]];
  const sealed = sealMessage(settings, joinPairs(message));
  const data: readonly Pair[] = encrypted
    ? [
        ['Len', String(sealed.len)],
        ['Data', sealed.data],
      ]
    : message;
  return [...data, ...clear, ...customPairs(custom)];
}

/** Names in another case, another order and one field that no document knows. */
export function dressed(settings: MerchantSettings, pairs: readonly Pair[]): readonly Pair[] {
  if (!settings.shuffleParameters) return pairs;
  const shuffled: Pair[] = pairs.map(([name, value]) => [name.toLowerCase(), value]);
  return [['schemeinfo', 'n/a'], ...shuffled.reverse()];
}

/** Form encoding of ISO-8859-1 text. */
export function encodeForm(pairs: readonly Pair[]): string {
  return pairs.map(([name, value]) => `${encodeLatin1(name)}=${encodeLatin1(value)}`).join('&');
}

function innerPairs(
  settings: MerchantSettings,
  payment: Payment,
  { xid, status, code }: CallbackContent,
): Pair[] {
  const optional = (name: string, value: string | null): Pair[] =>
    value === null ? [] : [[name, value]];
  const transactionId = status === 'FAILED' ? null : payment.transactionId;
  return [
    [settings.merchantParameter, payment.merchantId],
    ['PayID', payment.payId],
    ['XID', xid],
    ['TransID', payment.transId],
    ...optional('RefNr', payment.refNr),
    ['Status', status],
    ['Description', describeCode(code)],
    ['Code', code],
    ...optional('TransactionID', transactionId),
    ...optional('UserData', payment.userData),
  ];
}

/** `Custom` comes back in clear with `|` turned into `&`, whatever names it may smuggle in. */
function customPairs(custom: string | null): Pair[] {
  if (custom === null) return [];
  return custom.split('|').map((pair) => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  });
}

function encodeLatin1(text: string): string {
  return [...Buffer.from(text, 'latin1')]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return /[A-Za-z0-9._~-]/.test(char)
        ? char
        : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
