import { parseAmount, toAmountText } from '../ui/money.ts';
import type { Connection, NewConnection } from './connection.ts';

/** The form as it is typed; keys are empty unless they are to be replaced. */
export type ConnectionFields = Pick<
  Connection,
  | 'label'
  | 'brand'
  | 'baseUrl'
  | 'gatewayMerchantId'
  | 'mode'
  | 'cipherKind'
  | 'refundWindow'
  | 'severalCaptures'
  | 'partialReversal'
  | 'inquiryShowsReversals'
  | 'linkPage'
  | 'captureParameter'
  | 'checklist'
> & {
  merchantId: string;
  encryptionKey: string;
  hmacKey: string;
  minimum: string;
  forwardTo: string;
};

export function emptyFields(merchantId: number): ConnectionFields {
  return {
    merchantId: String(merchantId),
    label: '',
    brand: 'computop',
    baseUrl: '',
    gatewayMerchantId: '',
    mode: 'deferred',
    cipherKind: 'blowfish',
    encryptionKey: '',
    hmacKey: '',
    refundWindow: 'production',
    minimum: '1.00',
    forwardTo: '',
    severalCaptures: 'unconfirmed',
    partialReversal: 'unconfirmed',
    inquiryShowsReversals: 'unconfirmed',
    linkPage: 'twint',
    captureParameter: 'no',
    checklist: { 'swiss-seat': false, portal: false, provider: false, 'shop-uuid': false },
  };
}

export function fieldsOf(connection: Connection): ConnectionFields {
  return {
    ...emptyFields(connection.merchantId),
    label: connection.label,
    brand: connection.brand,
    baseUrl: connection.baseUrl,
    gatewayMerchantId: connection.gatewayMerchantId,
    mode: connection.mode,
    cipherKind: connection.cipherKind,
    refundWindow: connection.refundWindow,
    minimum: toAmountText(connection.minimum),
    forwardTo: connection.forwardTo ?? '',
    severalCaptures: connection.severalCaptures,
    partialReversal: connection.partialReversal,
    inquiryShowsReversals: connection.inquiryShowsReversals,
    linkPage: connection.linkPage,
    captureParameter: connection.captureParameter,
    checklist: connection.checklist,
  };
}

/** What both creating and changing send; the form has checked the amount before. */
export function toSettings(fields: ConnectionFields) {
  return {
    label: fields.label.trim(),
    brand: fields.brand,
    // Left empty: the server takes the address that is known of the brand.
    ...(fields.baseUrl.trim() === '' ? {} : { baseUrl: fields.baseUrl.trim() }),
    gatewayMerchantId: fields.gatewayMerchantId.trim(),
    mode: fields.mode,
    cipherKind: fields.cipherKind,
    refundWindow: fields.refundWindow,
    minimum: parseAmount(fields.minimum).minor ?? 0,
    severalCaptures: fields.severalCaptures,
    partialReversal: fields.partialReversal,
    inquiryShowsReversals: fields.inquiryShowsReversals,
    forwardTo: fields.forwardTo.trim() === '' ? null : fields.forwardTo.trim(),
    linkPage: fields.linkPage,
    captureParameter: fields.captureParameter,
    checklist: fields.checklist,
  };
}

export function toNewConnection(fields: ConnectionFields): NewConnection {
  return {
    ...toSettings(fields),
    merchantId: Number(fields.merchantId),
    encryptionKey: fields.encryptionKey,
    hmacKey: fields.hmacKey,
  };
}

/** The keys that were typed; the others stay as they are. */
export function typedKeys({ encryptionKey, hmacKey }: ConnectionFields) {
  return {
    ...(encryptionKey === '' ? {} : { encryptionKey }),
    ...(hmacKey === '' ? {} : { hmacKey }),
  };
}
