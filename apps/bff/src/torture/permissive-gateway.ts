import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Credentials } from 'paygate-core/operations';
import type { OperationKind } from 'paygate-payments';
import type { Dice } from './dice.ts';
import { type HttpAnswer, moneyAnswer } from './gateway-answers.ts';
import {
  effectDelay,
  inquiryFaults,
  type MoneyFault,
  moneyFaults,
  moneyFaultWeights,
} from './gateway-faults.ts';
import { answerInquiry, shownInstant } from './gateway-inquiry.ts';
import { type Ledger, seqAt } from './gateway-ledger.ts';
import { type Asked, openRequest } from './gateway-request.ts';
import { TASK_HEADER } from './house-network.ts';
import type { Scheduler } from './scheduler.ts';
import type { VirtualClock } from './virtual-clock.ts';

export type GatewaySetting = {
  readonly dice: Dice;
  readonly clock: Pick<VirtualClock, 'now' | 'plan'>;
  readonly scheduler: Pick<Scheduler, 'stop' | 'begin' | 'end'>;
  readonly ledger: Ledger;
  readonly credentials: readonly Credentials[];
  /** How long the house waits for an answer (ms). */
  readonly timeoutMs: number;
  /** How much faster than real periods everything passes: 1 is real. */
  readonly pace?: number;
  readonly onFault: (name: string) => void;
  /** The task of this request never asked for the sums of a payment. */
  readonly onMoneyWithoutInquiry: (reqId: string) => void;
  /** Told of every money request as it arrives, before it has any effect. */
  readonly onMoneyRequest: (reqId: string) => Promise<void>;
};

const kindOf = new Map<string, OperationKind>([
  ['/capture.aspx', 'capture'],
  ['/reverse.aspx', 'reversal'],
  ['/credit.aspx', 'credit'],
]);
const PROPER: MoneyFault = { effect: 'now', answer: 'proper' };

/**
 * A gateway on loopback that speaks the real wire and executes whatever it is told, twice if it is
 * told twice. `rates` says how often (0 to 1) it misbehaves; its ledger is the truth.
 */
export async function startPermissiveGateway(setting: GatewaySetting) {
  const { dice, clock, scheduler, ledger, onFault, pace = 1 } = setting;
  const rates = { money: 0, inquiry: 0 };
  const inquirySeq = new Map<string, number>();

  const money = async (asked: Asked, kind: OperationKind): Promise<HttpAnswer | null> => {
    const { parameters, account, credentials, taskId } = asked;
    const reqId = parameters.get('ReqId') ?? '';
    const amount = Number(parameters.get('Amount'));
    const askedAt = clock.now();
    const baselineSeq = inquirySeq.get(taskId) ?? null;
    if (baselineSeq === null) setting.onMoneyWithoutInquiry(reqId);
    const stop = { outlives: true, about: `${taskId} ${reqId}` };
    await scheduler.stop(`gateway ${kind}`, null, stop);

    const name = dice.chance(rates.money) ? dice.weigh(moneyFaultWeights) : null;
    if (name !== null) onFault(name);
    const fault: MoneyFault = name === null ? PROPER : moneyFaults[name];
    const execute = (): void =>
      ledger.execute({
        at: clock.now(),
        payId: account.payId,
        kind,
        amount,
        reqId,
        askedAt,
        baselineSeq: baselineSeq ?? 0,
      });
    const { effect } = fault;
    if (effect === 'now' || (effect === 'either' && dice.chance(0.5))) execute();
    if (effect === 'slow' || effect === 'late') {
      clock.plan(clock.now() + effectDelay(dice, effect) / pace, execute);
    }
    await scheduler.stop(`gateway answers ${kind}`, null, stop);
    if (clock.now() - askedAt > setting.timeoutMs) return null;
    const { merchantId } = credentials;
    const to = { merchantId, payId: account.payId, transId: account.transId, xid: dice.hex() };
    return moneyAnswer(dice, credentials, to, fault);
  };

  const inquiry = async (asked: Asked): Promise<HttpAnswer | null> => {
    const askedAt = clock.now();
    const stop = { outlives: true, about: `${asked.taskId} ${asked.account.payId}` };
    await scheduler.stop('gateway inquiry', null, stop);
    const fault = dice.chance(rates.inquiry) ? dice.pick(inquiryFaults) : null;
    if (fault !== null) onFault(fault);
    const now = clock.now();
    const answer = answerInquiry({ dice, now, pace }, asked, fault);
    inquirySeq.set(asked.taskId, seqAt(asked.account, shownInstant(asked.account, now)));
    await scheduler.stop('gateway answers inquiry', null, stop);
    return clock.now() - askedAt > setting.timeoutMs ? null : answer;
  };

  const server = http.createServer((request, response) => {
    void readAll(request).then(async (body) => {
      const path = request.url ?? '';
      const asked = openRequest(setting, body, request.headers[TASK_HEADER]);
      const kind = kindOf.get(path);
      if (kind !== undefined) await setting.onMoneyRequest(asked.parameters.get('ReqId') ?? '');
      // From here on the call waits for the scheduler; what the socket does is over.
      scheduler.end();
      const answer = kind === undefined ? await inquiry(asked) : await money(asked, kind);
      scheduler.begin();
      reply(response, answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    rates,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function readAll(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('latin1');
}

function reply(response: http.ServerResponse, answer: HttpAnswer | null): void {
  if (answer === null) {
    response.destroy();
    return;
  }
  const { status, body, cut, location } = answer;
  response.writeHead(status, {
    'content-type': 'text/plain',
    'content-length': Buffer.byteLength(body, 'latin1'),
    ...(location === undefined ? {} : { location }),
  });
  if (cut === undefined) response.end(body, 'latin1');
  else response.write(body.slice(0, cut), 'latin1', () => response.destroy());
}
