import type { Credentials } from 'paygate-core/operations';
import { type Pair, seal } from 'paygate-core/wire';
import type { Dice } from './dice.ts';
import type { MoneyFault } from './gateway-faults.ts';

/** What goes back over the socket; `cut` sends that many bytes of it and hangs up, null nothing. */
export type HttpAnswer = {
  readonly status: number;
  readonly body: string;
  readonly cut?: number;
  readonly location?: string;
};

export type Answered = {
  readonly merchantId: string;
  readonly payId: string;
  readonly transId: string;
  readonly xid: string;
};

/** The answer to a money request that this fault lets out; null hangs up without a word. */
export function moneyAnswer(
  dice: Dice,
  credentials: Credentials,
  to: Answered,
  { answer, code = '00000000' }: MoneyFault,
): HttpAnswer | null {
  const proper = stepPairs(to, code === '00000000' ? 'OK' : 'FAILED', code);
  const ok = (pairs: readonly Pair[]): HttpAnswer => ({
    status: 200,
    body: sealed(credentials, pairs),
  });
  const text = ok(proper).body;
  switch (answer) {
    case 'proper':
    case 'refusal':
      return ok(proper);
    case 'drop':
      return null;
    case 'truncated':
      return { status: 200, body: text, cut: dice.whole(0, text.length - 1) };
    case 'garbage':
      return { status: 200, body: `Len=${dice.whole(1, 200)}&Data=${dice.hex()}${dice.hex()}` };
    case 'empty':
      return { status: 200, body: '' };
    case 'html':
      return { status: 200, body: '<html><body>mid= Code=00000000 Status=OK</body></html>' };
    case 'status-500':
      return { status: 500, body: 'Internal Server Error' };
    case 'status-500-sealed':
      return { status: 503, body: text };
    case 'redirect':
      return { status: 302, body: text, location: '/capture.aspx' };
    case 'wrong-echo':
      return ok(stepPairs({ ...to, payId: dice.hex() }, 'OK', code));
    case 'wrong-merchant':
      return ok(stepPairs({ ...to, merchantId: 'somebody_else' }, 'OK', code));
    case 'wrong-len':
      return {
        status: 200,
        body: text.replace(/^Len=(\d+)/, (_, len) => `Len=${Number(len) + 9}`),
      };
    case 'duplicate-name':
      return { status: 200, body: twice(credentials, proper) };
    case 'plain':
      return { status: 200, body: proper.map((pair) => pair.join('=')).join('&') };
    case 'bad-code':
      return ok(stepPairs(to, 'OK', dice.pick(['0', '000000000', '00000001', 'O0000000'])));
    case 'failed-with-zeros':
      return ok(stepPairs(to, 'FAILED', '00000000'));
  }
}

/** `Len` and `Data` as the gateway writes them. */
export function sealed(credentials: Credentials, pairs: readonly Pair[]): string {
  const { len, data } = seal(credentials.cipher, pairs, { padding: 'space', hexCase: 'upper' });
  return `Len=${len}&Data=${data}`;
}

function stepPairs(to: Answered, status: string, code: string): Pair[] {
  return [
    ['mid', to.merchantId],
    ['PayID', to.payId],
    ['XID', to.xid],
    ['TransID', to.transId],
    ['Status', status],
    ['Description', status === 'OK' ? 'success' : 'refused'],
    ['Code', code],
  ];
}

/** A message that says Code twice; the envelope itself would refuse to write it. */
function twice({ cipher }: Credentials, pairs: readonly Pair[]): string {
  const text = [...pairs, ['Code', '00000000']].map((pair) => pair.join('=')).join('&');
  const plain = Buffer.from(text, 'latin1');
  return `Len=${plain.length}&Data=${cipher.seal(plain)}`;
}
