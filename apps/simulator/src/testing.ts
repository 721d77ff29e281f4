import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { computeMac } from 'paygate-core/crypto';
import { createCipher, open, type Parameters, parseBody, seal } from 'paygate-core/wire';
import { createSimulator, type Simulator } from './create-simulator.ts';
import type { LedgerEntry } from './events.ts';

export const demoKeys = {
  cipherKey: 'bf-demo-key-0001',
  macKey: 'hmac-demo-key-0123456789abcdef01',
} as const;

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** The merchant's cipher of the tests: the reading side is the core's, not the simulator's own. */
export const demoCipher = createCipher('blowfish', demoKeys.cipherKey);

/** What came back from a wire call: a cut connection, or the raw answer and what it opens to. */
export type WireAnswer =
  | { readonly kind: 'dropped' }
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly type: string;
      readonly body: string;
      readonly parameters: Parameters | null;
    };

type Fields = Readonly<Record<string, string>>;
export type WireCall = {
  readonly merchantId?: string;
  readonly method?: 'GET' | 'POST';
  /** Replaces the right MAC; null leaves it out. */
  readonly mac?: string | null;
};

/** A simulator on a free port with a machine clock that stands still until a test moves time. */
export async function startTestGateway(dataDir: string | null = null) {
  const simulator = await createSimulator({ dataDir, clock: () => Date.UTC(2026, 10, 2, 9) });
  return { ...clientOf(simulator), close: () => simulator.close() };
}

export type TestGateway = Awaited<ReturnType<typeof startTestGateway>>;

function clientOf({ url, port }: Simulator) {
  const json = async <Body>(method: string, path: string, body?: unknown) => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${url}${path}`, { method, ...init });
    return { status: response.status, body: (await response.json()) as Body };
  };
  const post = async <Body>(path: string, body: unknown): Promise<Body> => {
    const answer = await json<Body>('POST', path, body);
    if (answer.status !== 200) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  return {
    url,
    port,
    json,
    post,
    call: (endpoint: string, fields: Fields, options: WireCall = {}) =>
      callWire(url, endpoint, fields, options),
    pay: (order: Readonly<Record<string, unknown>> = {}) =>
      post<PaidPayment>('/control/payments', { ...defaultOrder(), ...order }),
    fault: (fault: string, more: object = {}) => post('/control/faults', { fault, ...more }),
    set: (merchantId: string, settings: object) =>
      post('/control/merchants', { merchantId, settings }),
    advance: (advanceMs: number) => post('/control/clock', { advanceMs }),
    now: async () => (await json<{ now: number }>('GET', '/control/clock')).body.now,
    ledger: async (payId: string) =>
      (await json<{ entries: LedgerEntry[] }>('GET', `/control/ledger?payId=${payId}`)).body
        .entries,
    faultsLeft: async () =>
      (await json<{ faults: unknown[] }>('GET', '/control/faults')).body.faults.length,
  };
}

export type PaidPayment = {
  readonly payId: string;
  readonly xid: string;
  readonly transId: string;
  readonly status: string;
  readonly code: string;
  readonly notify: { readonly attempts: number; readonly lastStatus: number | null };
};

let orders = 0;
function defaultOrder() {
  orders += 1;
  return {
    merchantId: 'desk_demo',
    amount: 10_000,
    transId: `T-${orders}`,
    outcome: 'approve',
  };
}

/** The fields of a money request about a payment. */
export function about({ payId, transId }: PaidPayment, amount: number, more: Fields = {}): Fields {
  return { PayID: payId, TransID: transId, Amount: String(amount), Currency: 'CHF', ...more };
}

async function callWire(
  url: string,
  endpoint: string,
  fields: Fields,
  { merchantId = 'desk_demo', method = 'POST', mac }: WireCall,
): Promise<WireAnswer> {
  const body = sealRequest(fields, merchantId, mac);
  try {
    const target = `${url}/${endpoint}.aspx`;
    const response =
      method === 'GET'
        ? await fetch(`${target}?${body}`, { redirect: 'manual' })
        : await fetch(target, { method, body, redirect: 'manual' });
    return await readAnswer(response);
  } catch {
    return { kind: 'dropped' };
  }
}

/** `MerchantID`, `Len` and `Data` of a request, with its MAC. */
export function sealRequest(fields: Fields, merchantId: string, mac?: string | null): string {
  const { PayID = '', TransID = '', Amount = '', Currency = '' } = fields;
  const right = computeMac(
    demoKeys.macKey,
    [PayID, TransID, merchantId, Amount, Currency].join('*'),
  );
  const pairs: [string, string][] = [['MerchantID', merchantId], ...Object.entries(fields)];
  if (mac !== null) pairs.push(['MAC', mac ?? right]);
  const { len, data } = seal(demoCipher, pairs);
  return `MerchantID=${merchantId}&Len=${len}&Data=${data}`;
}

async function readAnswer(response: Response): Promise<WireAnswer> {
  const body = Buffer.from(await response.arrayBuffer()).toString('latin1');
  const type = response.headers.get('content-type') ?? '';
  return { kind: 'answer', status: response.status, type, body, parameters: openBody(body) };
}

/** The sealed parameters of a callback or an answer, read by the core; null if it cannot. */
export function openBody(body: string): Parameters | null {
  const clear = parseBody(body);
  if (clear.kind !== 'sealed') return null;
  const opened = open(demoCipher, clear.len, clear.data);
  return opened.ok ? opened.parameters : null;
}

type Names = 'Code' | 'Status' | 'XID' | 'UserData' | 'AmountAuth' | 'AmountCap' | 'AmountCred';

/** The parameters of an answer, as `{ Code: … }`; throws if there was no answer to open. */
export function opened(answer: WireAnswer): { readonly [name in Names]?: string } {
  if (answer.kind !== 'answer' || answer.parameters === null) {
    throw new Error(`no sealed answer: ${JSON.stringify(answer)}`);
  }
  return Object.fromEntries(answer.parameters.entries());
}

/** A merchant's callback address that writes down what it gets and answers what it is told. */
export async function startMerchant(answerWith: (count: number) => number = () => 200) {
  const received: { method: string; path: string; body: string }[] = [];
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const [path = '', query = ''] = (req.url ?? '').split('?');
    const body = req.method === 'GET' ? query : Buffer.concat(chunks).toString('latin1');
    received.push({ method: req.method ?? '', path, body });
    res.statusCode = answerWith(received.length);
    if (res.statusCode === 302) res.setHeader('location', '/elsewhere');
    res.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/notify`,
    base: `http://127.0.0.1:${port}`,
    received,
    /** The statuses told so far, oldest first; null for what does not open. */
    statuses: () => received.map(({ body }) => openBody(body)?.get('Status') ?? null),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Asks again until the condition holds; the test's own time limit ends a wait in vain. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 5));
}
