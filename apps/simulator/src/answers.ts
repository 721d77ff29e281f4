import { randomBytes } from 'node:crypto';
import type { Response } from 'express';
import { dressed } from './callback-message.ts';
import { describeCode } from './codes.ts';
import { joinPairs, type Pair, sealMessage } from './envelope.ts';
import type { OperationResult } from './events.ts';
import type { Fault } from './faults.ts';
import { newGatewayId } from './ids.ts';
import type { MerchantSettings } from './merchants.ts';
import type { Rejection } from './wire-request.ts';

/** The answer to a money request, built from its stored result alone. It carries no MAC. */
export function resultPairs(settings: MerchantSettings, result: OperationResult): Pair[] {
  const optional = (name: string, value: string | null): Pair[] =>
    value === null ? [] : [[name, value]];
  return [
    [settings.merchantParameter, result.merchantId],
    ['PayID', result.payId],
    ['XID', result.xid],
    ['TransID', result.transId],
    ...optional('RefNr', result.refNr),
    ['Status', result.status],
    ['Description', describeCode(result.code)],
    ['Code', result.code],
    // Neither document returns UserData for a capture or a reversal.
    ...optional('UserData', result.endpoint === 'credit' ? result.userData : null),
  ];
}

/** Sends an answer as `Len=…&Data=…`, bent by a fault where one is due. */
export function sendAnswer(
  res: Response,
  settings: MerchantSettings,
  pairs: readonly Pair[],
  fault: Fault | null = null,
): void {
  const message = joinPairs(dressed(settings, bend(pairs, fault)));
  const { len, data } = sealMessage(settings, message);
  const body = `Len=${len}&Data=${data}`;
  switch (fault?.fault) {
    case 'drop-after-effect':
      dropConnection(res);
      return;
    case 'truncated':
      sendText(res, body.slice(0, Math.floor(body.length / 2)));
      return;
    case 'garbage':
      sendText(res, randomBytes(160).toString('latin1'));
      return;
    case 'html':
      sendMaintenancePage(res, 200);
      return;
    case 'redirect':
      // 307 keeps method and body: a client that follows sends its money request a second time.
      res.redirect(307, res.req.originalUrl);
      return;
    case 'wrong-len':
      sendText(res, `Len=${len + 64}&Data=${data}`);
      return;
    case 'plain-answer':
      sendText(res, message);
      return;
    default:
      sendText(res, body);
  }
}

/** The answer to a request that was turned away: in clear unless it had opened with the right key. */
export function sendRejection(res: Response, { code, merchantId, sealFor, echo }: Rejection): void {
  const name = sealFor?.merchantParameter ?? 'mid';
  const mid: Pair[] = merchantId === null ? [] : [[name, merchantId]];
  const status: Pair[] = [
    ['Status', 'FAILED'],
    ['Description', describeCode(code)],
    ['Code', code],
  ];
  const pairs = [...mid, ...echo, ...status];
  if (sealFor === null) sendText(res, joinPairs(pairs));
  else sendAnswer(res, sealFor, pairs);
}

/** Cuts the line without a byte of answer. */
export function dropConnection(res: Response): void {
  res.socket?.destroy();
}

export function sendMaintenancePage(res: Response, status: 200 | 500): void {
  res.status(status).type('html').send('<!doctype html><title>Error</title><h1>Maintenance</h1>');
}

function bend(pairs: readonly Pair[], fault: Fault | null): readonly Pair[] {
  if (fault?.fault === 'wrong-echo') {
    return pairs.map(([name, value]) =>
      name === 'PayID' ? [name, newGatewayId()] : [name, name === 'TransID' ? `${value}-x` : value],
    );
  }
  // Both readings are in the message, and the one that would be believed by a last-wins reader is wrong.
  if (fault?.fault === 'duplicate-name')
    return [...pairs, ['Status', 'FAILED'], ['Code', '20600100']];
  return pairs;
}

function sendText(res: Response, text: string): void {
  res.set('content-type', 'text/plain; charset=iso-8859-1').end(Buffer.from(text, 'latin1'));
}
