/** Talks to the running product as the dashboard does, one connection kept alive. */
export type DeskClient = {
  readonly url: string;
  readonly cookie: string;
  query<T>(procedure: string, input: object): Promise<T>;
  mutate<T>(procedure: string, input: object): Promise<T>;
};

/** Signs in as one of the demo's people; answers the cookie. */
export async function signIn(url: string, name = 'manager'): Promise<string> {
  const credentials = { email: `${name}@demo.example`, password: 'desk-demo-2026' };
  const answer = await post(url, 'session.signIn', '', credentials);
  await answer.arrayBuffer();
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

export function createDeskClient(url: string, cookie: string): DeskClient {
  return {
    url,
    cookie,
    query: async (procedure, input) => {
      const asked = encodeURIComponent(JSON.stringify(input));
      const answer = await fetch(`${url}/trpc/${procedure}?input=${asked}`, {
        headers: { cookie },
      });
      return dataOf(procedure, answer);
    },
    mutate: async (procedure, input) =>
      dataOf(procedure, await post(url, procedure, cookie, input)),
  };
}

function post(url: string, procedure: string, cookie: string, body: object): Promise<Response> {
  return fetch(`${url}/trpc/${procedure}`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'x-paygate-desk': '1' },
    body: JSON.stringify(body),
  });
}

async function dataOf<T>(procedure: string, answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${procedure}: ${answer.status} ${await answer.text()}`);
  const { result } = (await answer.json()) as { readonly result: { readonly data: T } };
  return result.data;
}
