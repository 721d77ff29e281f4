import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { createApp } from '../app.ts';
import type { Desk } from '../payments/testing.ts';
import { openApiDocument } from './open-api.ts';

/** A shop as the world sees it: the desk over HTTP, and a server of its own that is told things. */
export async function openShop(desk: Desk) {
  const app = await listenOn(createServer(createApp(desk.deps)));
  const api = `${app.url}/api/v1`;
  const document = openApiDocument(app.url);
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ ...document, $id: 'api' });

  /** Calls the API, and proves that the answer is one that its description knows. */
  const call = async (
    path: string,
    { token, body, ...init }: RequestInit & { readonly token?: string } = {},
  ) => {
    const response = await fetch(`${api}${path}`, {
      ...init,
      ...(body === undefined ? {} : { body, method: init.method ?? 'POST' }),
      headers: {
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...init.headers,
      },
    });
    const answer: unknown = await response.json();
    const isProblem = response.headers.get('content-type')?.startsWith('application/problem+json');
    const schema = isProblem ? 'Problem' : 'Payment';
    prove(ajv, schema, answer);
    const method = (init.method ?? (body === undefined ? 'get' : 'post')).toLowerCase();
    proveStatus(document, method, path, response.status);
    const said = (name: string) => response.headers.get(name);
    return { status: response.status, said, answer: answer as Answer };
  };
  return {
    origin: app.url,
    api,
    call,
    create: (token: string, body: object) =>
      call('/payments', { token, body: JSON.stringify(body) }),
    read: (token: string, transId: string) => call(`/payments/${transId}`, { token }),
    /** Proves that something is what the description says, by the schema's name. */
    prove: (schema: string, value: unknown) => prove(ajv, schema, value),
    close: app.close,
  };
}

/** Any answer: of a payment, or a problem. */
export type Answer = {
  readonly [field: string]: unknown;
  readonly code?: string;
  readonly state?: string;
  readonly errors?: readonly { readonly field: string; readonly detail: string }[];
  readonly redirectUrl?: string;
  readonly payId?: string;
  readonly sequence?: number;
};

function prove(ajv: Ajv2020, schema: string, value: unknown): void {
  const isValid = ajv.validate({ $ref: `api#/components/schemas/${schema}` }, value);
  if (!isValid) throw new Error(`${schema}: ${ajv.errorsText()}: ${JSON.stringify(value)}`);
}

/** An address that is described answers with a status that is described. */
function proveStatus(
  { paths }: ReturnType<typeof openApiDocument>,
  method: string,
  path: string,
  status: number,
): void {
  const known = path.startsWith('/payments/by-pay-id/')
    ? '/payments/by-pay-id/{payId}'
    : path.startsWith('/payments/')
      ? '/payments/{transId}'
      : path;
  const described: Readonly<Record<string, Record<string, { responses: object }>>> = paths;
  const operation = described[known]?.[method];
  if (operation !== undefined && !(String(status) in operation.responses)) {
    throw new Error(`${method} ${path}: ${status} is not described`);
  }
}

/** What came to a shop's webhook address. */
export type Told = {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
};

/** A shop's own server: keeps what it is told, and answers as the test wants. */
export async function openReceiver() {
  const told: Told[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      told.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
      response.writeHead(status).end();
    });
  });
  const { url, close } = await listenOn(server);
  return {
    url: `${url}/hooks/paygate`,
    told,
    answer: (next: number) => {
      status = next;
    },
    close,
  };
}

async function listenOn(server: ReturnType<typeof createServer>) {
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** A payment of CHF 59.00 that a shop asks for. */
export function wishFor(over: object = {}) {
  return {
    transId: `S-${crypto.randomUUID()}`,
    amount: 59_00,
    currency: 'CHF',
    description: 'Two cups',
    refNr: 'B-77',
    language: 'de',
    returnUrls: {
      success: 'https://shop.example/thanks?order=77',
      failure: 'https://shop.example/basket',
    },
    ...over,
  };
}
