import { randomBytes } from 'node:crypto';

/** A payment that the simulator made, as its control interface tells it. */
export type MadePayment = { readonly payId: string; readonly transId: string };

/** What the simulator executed. Amounts in minor units. */
export type LedgerEntry = {
  readonly seq: number;
  readonly payId: string;
  readonly kind: string;
  readonly amount: number;
  readonly reqId: string | null;
  readonly source: string;
};

/** Drives the simulator of one running product through its control interface. */
export type Control = {
  /** Where the server answers. */
  readonly deskUrl: string;
  pay(options: {
    readonly amount: number;
    readonly refNr?: string;
    readonly transId?: string;
    readonly merchantId?: string;
    readonly orderDesc?: string;
    readonly connection?: string;
    /** Where the gateway tells of it, unless it is the server. */
    readonly notifyUrl?: string;
    /** `abandon` leaves the payment page open, for whoever scans its code. */
    readonly outcome?: 'approve' | 'decline' | 'abandon';
  }): Promise<MadePayment>;
  /** A step that somebody takes elsewhere, say in the gateway's own back office. */
  act(payId: string, kind: 'capture' | 'reversal' | 'credit', amount: number): Promise<void>;
  fault(fault: string, options?: Readonly<Record<string, unknown>>): Promise<void>;
  clearFaults(): Promise<void>;
  ledger(payId: string): Promise<readonly LedgerEntry[]>;
  advance(ms: number): Promise<void>;
  /** How far the business clock is from the machine's, in ms. */
  offset(): Promise<number>;
};

/** Binds the control interface to a simulator and to the server its shops notify. */
export function createControl(simulatorUrl: string, deskUrl: string): Control {
  const call = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const response = await fetch(`${simulatorUrl}/control/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  };
  return {
    deskUrl,
    pay: async ({ merchantId = 'desk_demo', connection = 'demo', ...payment }) =>
      (await call('POST', 'payments', {
        merchantId,
        transId: `E2E-${randomBytes(6).toString('hex')}`,
        outcome: 'approve',
        notifyUrl: `${deskUrl}/callbacks/${connection}/notify`,
        ...payment,
      })) as MadePayment,
    act: async (payId, kind, amount) => {
      await call('POST', 'actions', { payId, kind, amount });
    },
    fault: async (fault, options = {}) => {
      await call('POST', 'faults', { fault, ...options });
    },
    clearFaults: async () => {
      await call('DELETE', 'faults');
    },
    ledger: async (payId) => {
      const answer = (await call('GET', `ledger?payId=${payId}`)) as { entries: LedgerEntry[] };
      return answer.entries;
    },
    advance: async (ms) => {
      await call('POST', 'clock', { advanceMs: ms });
    },
    offset: async () => ((await call('GET', 'clock')) as { offsetMs: number }).offsetMs,
  };
}
