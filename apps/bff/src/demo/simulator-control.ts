import { z } from 'zod';

const clock = z.object({ now: z.number(), offsetMs: z.number() });
const payment = z.object({ payId: z.string(), transId: z.string(), status: z.string() });
const ledger = z.object({ entries: z.array(z.object({ payId: z.string() })) });

type Order = {
  readonly merchantId: string;
  readonly amount: number;
  readonly transId: string;
  readonly refNr: string;
  readonly orderDesc: string;
  readonly userData: string;
  readonly outcome: 'approve' | 'decline';
  readonly notifyUrl: string;
  readonly sale?: 'ok' | 'pending-ok' | 'pending-failed' | 'pending-reversed';
};

type Fault = {
  readonly fault: 'drop-before-effect' | 'drop-after-effect' | 'inquiry-down' | 'declined';
  readonly payId: string;
  readonly endpoint?: 'capture';
  readonly count: number;
};

/** The simulator's control API, as far as the demo needs it. Times in ms, amounts in minor units. */
export type SimulatorControl = ReturnType<typeof createSimulatorControl>;

export function createSimulatorControl(simulatorUrl: string) {
  const call = async (path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${simulatorUrl}/control/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`the simulator answered ${response.status} to ${path}`);
    return response.json();
  };
  return {
    readClock: async () => clock.parse(await call('clock')),
    setClock: async (setTo: number) => clock.parse(await call('clock', { setTo })),
    advanceClock: async (advanceMs: number) => clock.parse(await call('clock', { advanceMs })),
    follow: async (url: string) => clock.parse(await call('clock/listeners', { url })),
    pay: async (order: Order) => payment.parse(await call('payments', order)),
    capture: async (payId: string, amount: number) => {
      await call('actions', { payId, kind: 'capture', amount });
    },
    /** What the gateway calls a payment; empty for one it never had. */
    payIdOf: async (transId: string) => {
      const { entries } = ledger.parse(await call(`ledger?transId=${encodeURIComponent(transId)}`));
      return entries[0]?.payId ?? '';
    },
    /** A customer follows the browser to the page of the gateway and agrees on the phone. */
    payOnPhone: async (redirectUrl: string) => {
      const page = await (await fetch(redirectUrl)).text();
      const phone = /\/phone\/[A-Za-z0-9_-]+/.exec(page)?.[0];
      if (phone === undefined) throw new Error('the page of the gateway shows no phone');
      const body = new URLSearchParams({ choice: 'approve' });
      await fetch(`${simulatorUrl}${phone}`, { method: 'POST', body, redirect: 'manual' });
    },
    /** The batch manager works on a file; answers the one that comes back. */
    carryOut: async (name: string, file: Buffer): Promise<Buffer> => {
      const address = `${simulatorUrl}/batches?name=${encodeURIComponent(name)}`;
      const response = await fetch(address, { method: 'POST', body: new Uint8Array(file) });
      if (!response.ok) throw new Error(`the batch manager answered ${response.status}`);
      return Buffer.from(await response.arrayBuffer());
    },
    misbehave: async (fault: Fault) => {
      await call('faults', fault);
    },
  };
}
