import { type CallbackKind, sealNotification } from 'paygate-core/notification';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import type { Dice } from './dice.ts';
import type { Account } from './gateway-ledger.ts';

/** A callback as it reaches the house, and whether the house must take it for authentic. */
export type SentCallback = {
  readonly fault: string | null;
  readonly kind: CallbackKind;
  readonly body: string;
  readonly isAuthentic: boolean;
};

const successCode = '00000000';
const failureCode = '22060100';

/** The notification of an authorization that worked. */
export function authorizationNotice(connection: GatewayConnection, account: Account): SentCallback {
  const body = message(connection, account, 'OK', successCode);
  return { fault: null, kind: 'notify', body, isAuthentic: true };
}

const kinds = {
  'notify-duplicate': 3,
  'notify-replayed-success': 3,
  'notify-failure-replayed': 2,
  'notify-forged': 2,
  'notify-bad-mac': 2,
  'notify-wrong-door': 1,
  'notify-other-merchant': 1,
} as const;

/** Something that arrives at the callback door, most of it not to be believed. */
export function strangeCallback(
  dice: Dice,
  connection: GatewayConnection,
  other: GatewayConnection,
  account: Account,
  isTalkative = false,
): SentCallback {
  if (isTalkative) return successInOtherWords(dice, connection, account);
  const fault = dice.weigh(kinds);
  const genuine = message(connection, account, 'OK', successCode);
  switch (fault) {
    case 'notify-duplicate':
    case 'notify-replayed-success':
      return { fault, kind: 'notify', body: genuine, isAuthentic: true };
    case 'notify-failure-replayed': {
      const body = message(connection, account, 'FAILED', failureCode);
      return { fault, kind: dice.pick(['success', 'notify']), body, isAuthentic: true };
    }
    case 'notify-wrong-door':
      return { fault, kind: 'failure', body: genuine, isAuthentic: true };
    case 'notify-bad-mac': {
      const credentials = { ...connection.credentials, macKey: 'not-the-key-of-this-merchant' };
      const body = message({ ...connection, credentials }, account, 'OK', successCode);
      return { fault, kind: 'notify', body, isAuthentic: false };
    }
    case 'notify-forged': {
      const blocks = `${dice.hex()}${dice.hex()}`;
      return {
        fault,
        kind: 'notify',
        body: `Len=60&Data=${blocks}${dice.hex()}`,
        isAuthentic: false,
      };
    }
    case 'notify-other-merchant': {
      const body = message(other, account, 'OK', successCode);
      return { fault, kind: 'notify', body, isAuthentic: false };
    }
  }
}

/** No repetition that could be left alone: the house must look into each. */
function successInOtherWords(
  dice: Dice,
  connection: GatewayConnection,
  account: Account,
): SentCallback {
  const body = message(connection, account, 'OK', successCode, dice.hex());
  return { fault: 'notify-replayed-success', kind: 'notify', body, isAuthentic: true };
}

function message(
  { credentials }: GatewayConnection,
  account: Account,
  status: string,
  code: string,
  refNr = '',
): string {
  const { len, data } = sealNotification(credentials, [
    ['mid', credentials.merchantId],
    ['PayID', account.payId],
    ['TransID', account.transId],
    ['Status', status],
    ['Code', code],
    ['Description', status === 'OK' ? 'success' : 'declined'],
    ...(refNr === '' ? [] : ([['RefNr', refNr]] as const)),
  ]);
  return `Len=${len}&Data=${data}`;
}
