import { now } from '../testing.tsx';
import type { Operation, PaymentDetail } from './payment.ts';

const hour = 3_600_000;

/** An authorization of CHF 100.00 that a manager looks at. */
export function paymentDetail(overrides: Partial<PaymentDetail> = {}): PaymentDetail {
  return {
    id: '11111111-1111-4111-8111-111111111111',
    merchantId: 1,
    payId: 'ab'.repeat(16),
    transId: 'shop-10482',
    refNr: 'A-10482',
    twintOrderId: null,
    orderDesc: '',
    currency: 'CHF',
    connection: {
      slug: 'demo',
      label: 'Demo',
      mode: 'deferred',
      testWindow: false,
      minimum: 100,
      severalCaptures: 'yes',
      partialReversal: 'unconfirmed',
    },
    source: 'shop',
    status: 'authorized',
    requestedAmount: 10_000,
    authorized: 10_000,
    captured: 0,
    refunded: 0,
    reversed: 0,
    closed: 0,
    remaining: 10_000,
    refundable: 0,
    createdAt: now - hour,
    authorizedAt: now - hour,
    captureBy: now + 3 * hour,
    refundUntil: now + 4_000 * hour,
    captureUrgency: 'critical',
    refundUrgency: 'calm',
    doubt: null,
    batchFileId: null,
    checkedAt: now,
    version: 7,
    allowedActions: [
      { action: 'capture', allowed: true, reason: null, max: 10_000 },
      { action: 'reverse', allowed: true, reason: null, max: 10_000 },
      { action: 'credit', allowed: false, reason: 'not-captured', max: 0 },
    ],
    events: [],
    operations: [],
    reimbursement: { recorded: 0, max: 0 },
    refNrChange: { former: [], pending: null, why: null },
    notes: [],
    mayNote: true,
    ...overrides,
  };
}

/** A capture of CHF 49.90 that succeeded. */
export function operation(overrides: Partial<Operation> = {}): Operation {
  return {
    id: '22222222-2222-4222-8222-222222222222',
    paymentId: '11111111-1111-4111-8111-111111111111',
    kind: 'capture',
    amount: 4_990,
    currency: 'CHF',
    closeRest: false,
    state: 'succeeded',
    code: '00000000',
    description: null,
    cancelReason: null,
    reason: null,
    note: null,
    refNr: null,
    reqId: 'req-1',
    xid: null,
    by: 'R. Meier',
    createdAt: now,
    sentAt: now,
    resolvedAt: now,
    nextCheckAt: null,
    quietUntil: null,
    evidence: [],
    review: null,
    mayPropose: false,
    batchFileId: null,
    ...overrides,
  };
}
