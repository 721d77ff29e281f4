import type { OperationKind } from 'paygate-payments';
import type { Lag } from './gateway-faults.ts';

/** Something that happened at the gateway; `seq` orders everything that it did. Minor units, ms UTC. */
export type Execution = {
  readonly seq: number;
  readonly at: number;
  readonly payId: string;
  readonly kind: OperationKind;
  readonly amount: number;
  /** Null: done outside of the house. */
  readonly reqId: string | null;
  /** When its request had arrived, and the last thing that the inquiry before its send could show. */
  readonly askedAt: number;
  readonly baselineSeq: number;
};

export type Account = {
  readonly payId: string;
  readonly transId: string;
  readonly merchantId: string;
  readonly authorized: number;
  readonly authorizedAt: number;
  /** Whether an inquiry lowers AmountAuth after a reversal. */
  readonly showsReversals: boolean;
  readonly executions: Execution[];
  /** Lies told about it: an inquiry that showed older sums than the true ones. */
  lies: number;
  lag: Lag | null;
};

export type Sums = {
  readonly auth: number;
  readonly captured: number;
  readonly reversed: number;
  readonly credited: number;
};

/** What really happened. It has no rule about amounts: it books what it is told. */
export function createLedger() {
  const accounts = new Map<string, Account>();
  let seq = 0;

  const account = (payId: string): Account => {
    const found = accounts.get(payId);
    if (found === undefined) throw new Error(`the gateway has no payment ${payId}`);
    return found;
  };
  return {
    open: (opened: Omit<Account, 'executions' | 'lies' | 'lag'>): Account => {
      const made = { ...opened, executions: [], lies: 0, lag: null };
      accounts.set(made.payId, made);
      return made;
    },
    find: (payId: string) => accounts.get(payId) ?? null,
    byTransId: (transId: string) =>
      [...accounts.values()].find((candidate) => candidate.transId === transId) ?? null,
    execute: (execution: Omit<Execution, 'seq'>): void => {
      seq += 1;
      account(execution.payId).executions.push({ ...execution, seq });
    },
    accounts: () => [...accounts.values()],
  };
}

export type Ledger = ReturnType<typeof createLedger>;

/** The last thing that had happened to an account at an instant (ms UTC); 0 for nothing. */
export function seqAt({ executions }: Account, instant: number): number {
  return Math.max(0, ...executions.filter(({ at }) => at <= instant).map(({ seq }) => seq));
}

/** The sums of an account as they were at an instant (ms UTC). */
export function sumsOf({ authorized, executions }: Account, at = Number.POSITIVE_INFINITY): Sums {
  const sum = (kind: OperationKind): number =>
    executions
      .filter((execution) => execution.kind === kind && execution.at <= at)
      .reduce((total, { amount }) => total + amount, 0);
  return {
    auth: authorized,
    captured: sum('capture'),
    reversed: sum('reversal'),
    credited: sum('credit'),
  };
}
