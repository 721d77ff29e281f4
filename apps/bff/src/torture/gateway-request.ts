import type { Credentials } from 'paygate-core/operations';
import { open, type Parameters, parseBody } from 'paygate-core/wire';
import type { Account, Ledger } from './gateway-ledger.ts';

/** A request as it arrived: what it says, which account it is about, and who asked. */
export type Asked = {
  readonly parameters: Parameters;
  readonly account: Account;
  readonly credentials: Credentials;
  readonly taskId: string;
};

type Knowledge = { readonly credentials: readonly Credentials[]; readonly ledger: Ledger };

/**
 * Opens the `body` of a request; `task` is its header that says in whose name it asks.
 * @throws Error where the desk would have sent what nobody can read
 */
export function openRequest(
  { credentials, ledger }: Knowledge,
  body: string,
  task: string | readonly string[] | undefined,
): Asked {
  const parsed = parseBody(body);
  if (parsed.kind !== 'sealed') throw new Error(`unreadable request: ${body}`);
  const name = new URLSearchParams(body).get('MerchantID');
  const owner = credentials.find(({ merchantId }) => merchantId === name);
  if (owner === undefined) throw new Error(`unknown merchant ${name}`);
  const opened = open(owner.cipher, parsed.len, parsed.data);
  if (!opened.ok) throw new Error(`request does not open: ${opened.why}`);
  const { parameters } = opened;
  const account =
    ledger.find(parameters.get('PayID') ?? '') ?? ledger.byTransId(parameters.get('TransID') ?? '');
  if (account === null) throw new Error('request about an unknown payment');
  // A real server does not say in whose name it asks: then whoever asks about this payment.
  const taskId = task === undefined ? account.payId : String(task);
  return { parameters, account, credentials: owner, taskId };
}
