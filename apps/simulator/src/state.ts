import type {
  JournalEvent,
  LedgerEntry,
  Notification,
  NotificationAttempt,
  OperationResult,
  PaymentRecord,
  PaymentStatus,
  Step,
  Timer,
} from './events.ts';
import { builtInMerchants, type MerchantSettings } from './merchants.ts';
import { type Originals, rememberOriginal } from './req-ids.ts';

export type Payment = Omit<PaymentRecord, 'refNr'> & {
  /** As it was last given; the one of the order to begin with. */
  refNr: string | null;
  status: PaymentStatus;
  code: string;
  /** The XID of the step that gave the payment its status. */
  xid: string;
  authorizedAt: number | null;
  /** Status of the last step only, a refused one included: it may mislead, as documented. */
  lastStatus: string;
  readonly steps: Step[];
};

export type NotificationState = Notification & { readonly attempts: NotificationAttempt[] };

/** What the simulator knows: the fold of its journal. Only `applyEvent` changes it. */
export type State = {
  readonly payments: Map<string, Payment>;
  readonly entries: LedgerEntry[];
  readonly originals: Originals;
  readonly timers: Map<string, Timer>;
  readonly notifications: Map<string, NotificationState>;
  readonly merchants: Map<string, MerchantSettings>;
  readonly listeners: Set<string>;
  readonly payIdByPhoneToken: Map<string, string>;
  offsetMs: number;
};

export function emptyState(): State {
  return {
    payments: new Map(),
    entries: [],
    originals: new Map(),
    timers: new Map(),
    notifications: new Map(),
    merchants: builtInMerchants(),
    listeners: new Set(),
    payIdByPhoneToken: new Map(),
    offsetMs: 0,
  };
}

export function applyEvent(state: State, event: JournalEvent): void {
  switch (event.type) {
    case 'payment':
      openPayment(state, event.payment);
      break;
    case 'step':
      bookStep(state, event.step);
      break;
    case 'decision': {
      const payment = state.payments.get(event.decision.payId);
      if (payment === undefined) break;
      const { status, code, xid } = event.decision;
      Object.assign(payment, { status, code, xid, lastStatus: status });
      break;
    }
    case 'ref-nr': {
      const payment = state.payments.get(event.payId);
      if (payment !== undefined) payment.refNr = event.refNr;
      break;
    }
    case 'result':
      keepResult(state, event.result);
      break;
    case 'timer':
      state.timers.set(event.timer.id, event.timer);
      break;
    case 'timer-done':
      state.timers.delete(event.id);
      break;
    case 'notification':
      state.notifications.set(event.notification.id, { ...event.notification, attempts: [] });
      break;
    case 'attempt':
      state.notifications.get(event.attempt.id)?.attempts.push(event.attempt);
      break;
    case 'clock':
      state.offsetMs = event.offsetMs;
      break;
    case 'settings':
      changeSettings(state, event.merchantId, event.settings);
      break;
    case 'listener':
      state.listeners.add(event.url);
      break;
    case 'listener-gone':
      state.listeners.delete(event.url);
      break;
  }
}

function openPayment(state: State, record: PaymentRecord): void {
  const { payId, merchantId, reqId, createdAt, phoneToken } = record;
  state.payments.set(payId, {
    ...record,
    status: 'PENDING',
    code: '',
    authorizedAt: null,
    lastStatus: 'PENDING',
    steps: [],
  });
  state.payIdByPhoneToken.set(phoneToken, payId);
  const original = { kind: 'payment', at: createdAt, payId } as const;
  rememberOriginal(state.originals, merchantId, reqId, original);
}

function bookStep(state: State, step: Step): void {
  const { undoes: _internal, ...entry } = step;
  state.entries.push(entry);
  const payment = state.payments.get(step.payId);
  if (payment === undefined) return;
  payment.steps.push(step);
  if (step.kind === 'authorization') payment.authorizedAt = step.at;
  if (step.kind === 'expiry') payment.lastStatus = 'FAILED';
}

function keepResult(state: State, result: OperationResult): void {
  const payment = state.payments.get(result.payId);
  if (payment?.merchantId === result.merchantId) payment.lastStatus = result.status;
  const { merchantId, reqId, at } = result;
  rememberOriginal(state.originals, merchantId, reqId, { kind: 'operation', at, result });
}

function changeSettings(
  state: State,
  merchantId: string,
  settings: Partial<MerchantSettings>,
): void {
  const merchant = state.merchants.get(merchantId);
  if (merchant !== undefined) state.merchants.set(merchantId, { ...merchant, ...settings });
}
