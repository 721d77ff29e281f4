import { randomUUID } from 'node:crypto';
import type { Product } from './product.ts';

const PASSWORD = 'desk-demo-2026';

/** A manager at the product's door. */
export type Clerk = {
  call(path: string, input: unknown, how: 'query' | 'mutation'): Promise<unknown>;
};

/** Signs in the demo's manager. */
export async function signIn({ url }: Product): Promise<Clerk> {
  const headers = { 'x-paygate-desk': '1', 'content-type': 'application/json' };
  const body = JSON.stringify({ email: 'manager@demo.example', password: PASSWORD });
  const answer = await fetch(`${url}/trpc/session.signIn`, { method: 'POST', headers, body });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  if (!answer.ok) throw new Error(`no session: ${answer.status}`);
  return {
    call: async (path, input, how) => {
      const text = JSON.stringify(input);
      const address = `${url}/trpc/${path}`;
      const response = await (how === 'query'
        ? fetch(`${address}?input=${encodeURIComponent(text)}`, { headers: { ...headers, cookie } })
        : fetch(address, { method: 'POST', headers: { ...headers, cookie }, body: text }));
      const told: unknown = await response.json();
      if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(told)}`);
      return (told as { result: { data: unknown } }).result.data;
    },
  };
}

/** Lets customers pay CHF 50.00 each, and waits until the product knows the payments. */
export async function makePayments(
  { url, simulatorUrl }: Product,
  clerk: Clerk,
  count: number,
): Promise<string[]> {
  for (let at = 0; at < count; at++) {
    const body = JSON.stringify({
      merchantId: 'desk_demo',
      amount: 50_00,
      transId: `L-${randomUUID().slice(0, 18)}`,
      outcome: 'approve',
      notifyUrl: `${url}/callbacks/demo/notify`,
    });
    const headers = { 'content-type': 'application/json' };
    await fetch(`${simulatorUrl}/control/payments`, { method: 'POST', headers, body });
  }
  for (;;) {
    const ids = await listAuthorized(clerk);
    if (ids.length >= count) return ids;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function listAuthorized(clerk: Clerk): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const input = { status: ['authorized'], sort: 'created', order: 'asc', limit: 200 };
    const page = await clerk.call(
      'payments.list',
      cursor === null ? input : { ...input, cursor },
      'query',
    );
    const { rows, nextCursor } = page as { rows: { id: string }[]; nextCursor: string | null };
    ids.push(...rows.map(({ id }) => id));
    cursor = nextCursor;
  } while (cursor !== null);
  return ids;
}

/** How long captures took one after the other (ms, ascending), and how many did not succeed. */
export type Captures = { readonly times: readonly number[]; readonly failed: number };

export async function capture(clerk: Clerk, ids: readonly string[]): Promise<Captures> {
  const times: number[] = [];
  let failed = 0;
  for (const paymentId of ids) {
    const wish = { paymentId, amount: 50_00, closeRest: false, key: randomUUID() };
    const started = performance.now();
    try {
      const told = await clerk.call('payments.capture', wish, 'mutation');
      const { state } = (told as { operation: { state: string } }).operation;
      if (state !== 'succeeded') failed += 1;
    } catch {
      failed += 1;
    }
    times.push(performance.now() - started);
  }
  return { times: times.sort((one, other) => one - other), failed };
}
