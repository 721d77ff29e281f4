import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { sealNotification } from 'paygate-core/notification';
import { createCipher, seal } from 'paygate-core/wire';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createClock } from '../clock.ts';
import type { GatewayConnection } from '../connections/gateway-connection.ts';
import { readEnv } from '../env.ts';
import { times } from '../failure-model/repetitions.ts';
import { type MoneyRequest, sendToGateway } from './gateway-client.ts';

const credentials = {
  merchantId: 'desk_demo',
  cipher: createCipher('blowfish', 'bf-demo-key-0001'),
  macKey: 'hmac-demo-key-0123456789abcdef01',
};
const request: MoneyRequest = {
  kind: 'capture',
  payId: 'a'.repeat(32),
  transId: 'T-1',
  amount: 50_00,
  currency: 'CHF',
  reqId: 'b'.repeat(32),
  refNr: null,
  closesRest: false,
};
const deps = { clock: createClock(), env: readEnv({ GATEWAY_TIMEOUT_MS: '1500' }) };

type Answer = (response: http.ServerResponse) => void;
let answer: Answer = (response) => response.end();
const seen: { path: string; body: string; connection: string | undefined }[] = [];
let server: http.Server;
let baseUrl: string;

beforeAll(async () => {
  server = http.createServer((incoming, response) => {
    let body = '';
    incoming.setEncoding('latin1').on('data', (part: string) => {
      body += part;
    });
    incoming.on('end', () => {
      seen.push({ path: incoming.url ?? '', body, connection: incoming.headers.connection });
      answer(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const sendOnce = async (given: Answer, over: Partial<MoneyRequest> = {}) => {
  answer = given;
  seen.length = 0;
  const connection = { id: '', baseUrl, credentials, gatewayMerchantId: 'desk_demo' };
  return sendToGateway(deps, connection as GatewayConnection, { ...request, ...over });
};

const good = {
  mid: 'desk_demo',
  PayID: request.payId,
  XID: 'c'.repeat(32),
  TransID: request.transId,
  Status: 'OK',
  Code: '00000000',
  Description: 'success',
};
const bodyOf = (fields: Readonly<Record<string, string>>) => {
  const { len, data } = seal(credentials.cipher, Object.entries(fields), { padding: 'space' });
  return `Len=${len}&Data=${data}`;
};

describe('sending once', () => {
  test('reads success, on a connection of its own', async () => {
    const { outcome, call } = await sendOnce((response) => response.end(bodyOf(good)));

    expect(outcome).toMatchObject({ kind: 'success', code: '00000000', xid: good.XID });
    expect(call).toMatchObject({ endpoint: 'capture', outcome: 'success', httpStatus: 200 });
    expect(JSON.stringify(call)).not.toContain('Data');
    expect(seen).toMatchObject([{ path: '/capture.aspx', connection: 'close' }]);
  });

  test('W13: each action reaches its own address and no other, a hundred times each or more', async () => {
    const paths = { capture: '/capture.aspx', reversal: '/reverse.aspx', credit: '/credit.aspx' };
    for (let run = 0; run < 3 * times({ usual: 100, full: 1000 }); run++) {
      const kind = (['capture', 'reversal', 'credit'] as const)[run % 3] ?? 'capture';
      await sendOnce((response) => response.end(bodyOf(good)), { kind, amount: 1 + run });
      expect(seen.map(({ path }) => path)).toEqual([paths[kind]]);
    }
  });

  test('W13: a reversal can only go to reverse.aspx', async () => {
    for (const amount of [1_00, 50_00]) {
      await sendOnce((response) => response.end(bodyOf(good)), { kind: 'reversal', amount });
      expect(seen.map(({ path }) => path)).toEqual(['/reverse.aspx']);
    }
  });

  test('an answer cut at any byte is unknown, whatever it says of its length', async () => {
    const whole = Buffer.from(bodyOf(good));
    for (let cut = 0; cut < whole.length; cut += 1) {
      const part = whole.subarray(0, cut);
      const short = await sendOnce((response) => response.end(part));
      expect(short.outcome.kind, `ended at ${cut}`).toBe('unknown');
    }
    for (let cut = 0; cut < whole.length; cut += 17) {
      const broken = await sendOnce((response) => {
        response.writeHead(200, { 'content-length': whole.length });
        response.write(whole.subarray(0, cut), () => response.socket?.destroy());
      });
      expect(broken.outcome.kind, `cut at ${cut}`).toBe('unknown');
    }
  });

  test.each([
    ['a missing code', { Code: '' }],
    ['a code that a cast would call zero', { Code: 'abc' }],
    ['another success code', { Code: '00000001' }],
    ['the code with a space', { Code: '00000000 ' }],
    ['a pending status', { Status: 'PENDING' }],
    ['a status in lower case', { Status: 'ok' }],
    ['a failure that says success', { Status: 'FAILED' }],
    ['success that says failure', { Code: '20000100' }],
    ['another merchant', { mid: 'desk_other' }],
    ['another payment', { PayID: 'd'.repeat(32) }],
    ['another TransID', { TransID: 'T-2' }],
    ['a pending code', { Status: 'FAILED', Code: '60000985' }],
    ['a code nobody knows', { Status: 'FAILED', Code: '2000ZZZZ' }],
    ['a code that asks for an inquiry', { Status: 'FAILED', Code: '20000040' }],
  ])('%s is unknown', async (_, change) => {
    const { outcome } = await sendOnce((response) => response.end(bodyOf({ ...good, ...change })));

    expect(outcome.kind).toBe('unknown');
  });

  test('a final refusal about our payment is a decline', async () => {
    const no = { ...good, Status: 'FAILED', Code: '20600074' };
    const { outcome } = await sendOnce((response) => response.end(bodyOf(no)));

    expect(outcome).toMatchObject({ kind: 'decline', code: '20600074' });
  });

  test('a redirect is not followed', async () => {
    const { outcome } = await sendOnce((response) => {
      response.writeHead(307, { location: `${baseUrl}/elsewhere` }).end(bodyOf(good));
    });

    expect(outcome).toMatchObject({ kind: 'unknown', why: 'http-307' });
    expect(seen).toHaveLength(1);
  });

  test.each<readonly [string, Answer]>([
    ['never comes', () => undefined],
    ['trickles', (response) => void response.write('Len=')],
    ['is too long', (response) => response.end('x'.repeat(70_000))],
    ['is an error page', (response) => response.writeHead(500).end('<h1>Maintenance</h1>')],
    ['is a callback of the same key', (response) => response.end(callbackText())],
  ])('an answer that %s is unknown', async (_, given) => {
    expect((await sendOnce(given)).outcome.kind).toBe('unknown');
    expect(seen).toHaveLength(1);
  });
});

/** A genuine message of the gateway about another step of another payment. */
function callbackText(): string {
  const { len, data } = sealNotification(credentials, [
    ['PayID', 'e'.repeat(32)],
    ['TransID', 'T-9'],
    ['Status', 'OK'],
    ['Code', '00000000'],
  ]);
  return `Len=${len}&Data=${data}`;
}
