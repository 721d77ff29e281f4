import type { MerchantSettings } from './merchants.ts';

/** Who caused a step: a merchant's request, the customer's phone, the control API, or time itself. */
export type Source = 'wire' | 'customer' | 'control' | 'clock';

export type StepKind = 'authorization' | 'capture' | 'reversal' | 'credit' | 'expiry' | 'close';

/** One executed step. `amount` is in minor units, `at` in milliseconds of simulated time. */
export type LedgerEntry = {
  readonly seq: number;
  readonly at: number;
  readonly merchantId: string;
  readonly payId: string;
  readonly transId: string;
  readonly xid: string;
  readonly kind: StepKind;
  readonly amount: number;
  readonly reqId: string | null;
  readonly source: Source;
};

/** `undoes` is the XID of the step that a reversal took back; null for every other kind. */
export type Step = LedgerEntry & { readonly undoes: string | null };

export type SalePlan = 'ok' | 'pending-ok' | 'pending-failed' | 'pending-reversed';
export type PaymentMode = 'sale' | 'deferred';

/** What a payment is born with; never changed afterwards. */
export type PaymentRecord = {
  readonly payId: string;
  /** The XID of the order itself; every later step has its own. */
  readonly xid: string;
  readonly merchantId: string;
  readonly transId: string;
  readonly amount: number;
  readonly currency: string;
  readonly createdAt: number;
  readonly mode: PaymentMode;
  readonly salePlan: SalePlan;
  /** Hours between approval and an automatic capture; null where the merchant captures. */
  readonly captureDelayHours: number | null;
  readonly reqId: string | null;
  readonly refNr: string | null;
  readonly orderDesc: string | null;
  readonly userData: string | null;
  readonly plain: string | null;
  readonly custom: string | null;
  readonly urlSuccess: string | null;
  readonly urlFailure: string | null;
  readonly urlNotify: string | null;
  /** False when the merchant left out `Response=encrypt`: callbacks then go out in clear. */
  readonly encrypted: boolean;
  readonly transactionId: string;
  readonly phoneToken: string;
  readonly numericToken: string;
};

/** The state of the whole payment as the callbacks report it. */
export type PaymentStatus = 'PENDING' | 'AUTHORIZE_REQUEST' | 'OK' | 'FAILED';

export type Decision = {
  readonly payId: string;
  readonly at: number;
  readonly xid: string;
  readonly status: PaymentStatus;
  readonly code: string;
};

export type OperationName = 'capture' | 'reverse' | 'credit';

/** The stored outcome of an operation. Answers are built from it and from nothing else. */
export type OperationResult = {
  readonly at: number;
  readonly endpoint: OperationName;
  readonly merchantId: string;
  readonly payId: string;
  readonly transId: string;
  readonly xid: string;
  readonly reqId: string | null;
  readonly status: 'OK' | 'FAILED';
  readonly code: string;
  readonly refNr: string | null;
  readonly userData: string | null;
};

/** A money request as it was admitted: opened, checked, amounts as numbers. */
export type OperationRequest = {
  readonly endpoint: OperationName;
  readonly merchantId: string;
  readonly payId: string;
  readonly transId: string;
  readonly amount: number;
  readonly currency: string;
  readonly completeType: string | null;
  readonly reqId: string | null;
  readonly refNr: string | null;
  readonly userData: string | null;
};

export type Task =
  | { readonly kind: 'expire' | 'settle-sale' | 'abandon' | 'auto-capture'; readonly payId: string }
  | { readonly kind: 'notify'; readonly notificationId: string }
  | { readonly kind: 'ref-nr'; readonly payId: string; readonly refNr: string }
  | {
      readonly kind: 'operation';
      readonly request: OperationRequest;
      /** True for a request that only arrives now: its ReqId is looked up at this moment. */
      readonly arrives: boolean;
    };

export type Timer = { readonly id: string; readonly dueAt: number; readonly task: Task };

export type NotificationCause = 'payment' | 'expiry' | OperationName;

export type Notification = {
  readonly id: string;
  readonly cause: NotificationCause;
  readonly payId: string;
  readonly merchantId: string;
  readonly url: string;
  readonly xid: string;
  readonly status: string;
  readonly code: string;
  readonly createdAt: number;
};

/** `status` is the HTTP status, or null when no answer came. */
export type NotificationAttempt = {
  readonly id: string;
  readonly at: number;
  readonly status: number | null;
};

/** Everything the journal may hold, one JSON object a line. State is the fold of these. */
export type JournalEvent =
  | { readonly type: 'payment'; readonly payment: PaymentRecord }
  | { readonly type: 'step'; readonly step: Step }
  | { readonly type: 'decision'; readonly decision: Decision }
  | { readonly type: 'ref-nr'; readonly payId: string; readonly refNr: string }
  | { readonly type: 'result'; readonly result: OperationResult }
  | { readonly type: 'timer'; readonly timer: Timer }
  | { readonly type: 'timer-done'; readonly id: string }
  | { readonly type: 'notification'; readonly notification: Notification }
  | { readonly type: 'attempt'; readonly attempt: NotificationAttempt }
  | { readonly type: 'clock'; readonly offsetMs: number }
  | {
      readonly type: 'settings';
      readonly merchantId: string;
      readonly settings: Partial<MerchantSettings>;
    }
  | { readonly type: 'listener'; readonly url: string }
  | { readonly type: 'listener-gone'; readonly url: string };
