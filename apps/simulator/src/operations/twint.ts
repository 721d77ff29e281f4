import type { Request, Response } from 'express';
import { dropConnection, sendMaintenancePage } from '../answers.ts';
import { code } from '../codes.ts';
import type { FaultName } from '../faults.ts';
import { formText } from '../form-text.ts';
import { openPayment } from '../open-payment.ts';
import { errorPage } from '../pages/error-page.ts';
import { sendPaymentPage } from '../pages/payment-page.ts';
import { findOriginal } from '../req-ids.ts';
import { fields } from '../request-fields.ts';
import type { Payment } from '../state.ts';
import { type Expected, openRequest, type WireRequest } from '../wire-request.ts';
import { paymentOf, type World } from '../world.ts';

const twintRequest: Expected = {
  fields: fields(
    'MerchantID',
    'TransID',
    'Amount',
    'Currency',
    'MAC',
    'OrderDesc',
    'URLSuccess',
    'URLFailure',
    'URLNotify',
    'Response?',
    'RefNr?',
    'UserData?',
    'ReqId?',
    'Capture?',
    'Plain?',
    'Custom?',
  ),
  macParts: ['', 'TransID', 'MerchantID', 'Amount', 'Currency'],
};

/** The faults that make sense towards a browser. */
const pageFaults: readonly FaultName[] = [
  'drop-before-effect',
  'drop-after-effect',
  'status-500',
  'html',
];

/** twint.aspx: opens a payment and shows the customer its page; a bad request gets an error page. */
export function twintRoute(world: World) {
  return async (req: Request, res: Response): Promise<void> => {
    const opened = openRequest(world, formText(req), twintRequest);
    const refused = opened.ok ? whyNot(opened.request) : opened.code;
    if (!opened.ok || refused !== null) {
      res
        .status(200)
        .type('html')
        .send(errorPage(refused ?? ''));
      return;
    }
    const fault = world.faults.take(pageFaults, 'twint', '');
    if (fault?.fault === 'drop-before-effect') return dropConnection(res);
    if (fault?.fault === 'status-500') return sendMaintenancePage(res, 500);

    const payment = originalPayment(world, opened.request) ?? open(world, opened.request);
    if (fault?.fault === 'drop-after-effect') return dropConnection(res);
    if (fault?.fault === 'html') return sendMaintenancePage(res, 200);
    await sendPaymentPage(world, req, res, payment);
  };
}

/** TWINT knows Swiss francs only, and small amounts after activation only. */
function whyNot({ settings, get }: WireRequest): string | null {
  if (get('Currency') !== 'CHF') return code.notAllowed('0006');
  return Number(get('Amount')) < settings.minimum ? code.logic('0070') : null;
}

/**
 * The payment of an earlier request with this ReqId, if that one is final. While it is open the
 * repetition is processed like a new request; whether AUTHORIZE_REQUEST is open is a setting.
 */
function originalPayment(world: World, { merchantId, settings, get }: WireRequest): Payment | null {
  const { originals } = world.state;
  const original = findOriginal(originals, merchantId, get('ReqId'), world.clock.now());
  if (original?.kind !== 'payment') return null;
  const payment = paymentOf(world, original.payId);
  if (payment.status === 'PENDING') return null;
  if (payment.status === 'AUTHORIZE_REQUEST' && !settings.authorizeRequestIsFinal) return null;
  return payment;
}

function open(world: World, { merchantId, get }: WireRequest): Payment {
  return openPayment(world, {
    merchantId,
    transId: get('TransID') ?? '',
    amount: Number(get('Amount')),
    currency: get('Currency') ?? '',
    salePlan: 'ok',
    capture: get('Capture'),
    reqId: get('ReqId'),
    refNr: get('RefNr'),
    orderDesc: get('OrderDesc'),
    userData: get('UserData'),
    plain: get('Plain'),
    custom: get('Custom'),
    urlSuccess: get('URLSuccess'),
    urlFailure: get('URLFailure'),
    urlNotify: get('URLNotify'),
    encrypted: get('Response') !== null,
  });
}
