import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Credentials } from 'paygate-core/operations';
import { open, parseBody, seal } from 'paygate-core/wire';

export type Asked = {
  readonly path: string;
  readonly payId: string;
  readonly transId: string;
  readonly reqId: string | null;
};
type Sums = { readonly auth: number; readonly cap: number; readonly cred: number };

/**
 * A gateway on loopback without a ledger: every money request succeeds, every inquiry is answered
 * with what `sums` makes of it; null hangs up.
 */
export async function startPlainGateway(
  { merchantId, cipher }: Credentials,
  sums: (asked: Asked) => Sums | null | Promise<Sums | null>,
) {
  const seen: Asked[] = [];
  const answer = async (path: string, body: string, response: http.ServerResponse) => {
    const parsed = parseBody(body);
    const opened = parsed.kind === 'sealed' ? open(cipher, parsed.len, parsed.data) : null;
    if (opened?.ok !== true) throw new Error('the request does not open');
    const { parameters } = opened;
    const payId = parameters.get('PayID') ?? '';
    const transId = parameters.get('TransID') ?? '';
    const asked = { path, payId, transId, reqId: parameters.get('ReqId') ?? null };
    const number = seen.push(asked);
    const told = await sums(asked);
    if (told === null) {
      response.destroy();
      return;
    }
    const { auth, cap, cred } = told;
    const { len, data } = seal(cipher, [
      ['mid', merchantId],
      ['PayID', payId],
      ['XID', `${number}`.padStart(32, '0')],
      ['TransID', transId],
      ['Status', 'OK'],
      ['Code', '00000000'],
      ['AmountAuth', `${auth}`],
      ['AmountCap', `${cap}`],
      ['AmountCred', `${cred}`],
      ['LastStatus', 'OK'],
    ]);
    response.end(`Len=${len}&Data=${data}`);
  };
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('latin1');
      answer(request.url ?? '', body, response).catch(() => response.destroy());
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
