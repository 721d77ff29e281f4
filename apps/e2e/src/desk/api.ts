import { randomUUID } from 'node:crypto';
import type { Account } from './account.ts';

/** An HTTP answer, with its body parsed where it is JSON. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the contract promises.
  readonly body: any;
};

/** A signed-in caller of the server's procedures, without a browser. */
export type Api = {
  query(procedure: string, input?: unknown): Promise<Answer>;
  mutate(procedure: string, input: unknown, headers?: Record<string, string>): Promise<Answer>;
};

/** Calls procedures at `deskUrl` with the given cookie. */
export function createApi(deskUrl: string, cookie = ''): Api {
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(`${deskUrl}/trpc/${path}`, init);
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: parsed(text) };
  };
  return {
    query: (procedure, input) => {
      const search =
        input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
      return send(`${procedure}${search}`, { headers: { cookie } });
    },
    mutate: (procedure, input, headers = { 'x-paygate-desk': '1' }) =>
      send(procedure, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(input),
      }),
  };
}

/** Signs in as a demo account. */
export async function signInApi(deskUrl: string, account: Account): Promise<Api> {
  return createApi(deskUrl, await signInCookie(deskUrl, account));
}

/** The cookie of a fresh session of a demo account: `name=value`. */
export async function signInCookie(deskUrl: string, account: Account): Promise<string> {
  const answer = await createApi(deskUrl).mutate('session.signIn', {
    email: `${account}@demo.example`,
    password: 'desk-demo-2026',
  });
  const cookie = answer.headers.get('set-cookie')?.split(';')[0];
  if (answer.status !== 200 || cookie === undefined) {
    throw new Error(`sign-in as ${account}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
  return cookie;
}

/** A fresh operation key, as the browser makes one when a dialog opens. */
export const newKey = (): string => randomUUID();

/** Asks until `found` accepts what the list says about a TransID, and returns that row. */
export async function awaitPayment(
  api: Api,
  transId: string,
  // biome-ignore lint/suspicious/noExplicitAny: as above.
  found: (row: any) => boolean = () => true,
  // biome-ignore lint/suspicious/noExplicitAny: as above.
): Promise<any> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const { body } = await api.query('payments.list', {
      search: transId,
      sort: 'created',
      order: 'desc',
      limit: 5,
    });
    const row = body?.result?.data?.rows?.[0];
    if (row !== undefined && found(row)) return row;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no payment ${transId} as awaited`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
