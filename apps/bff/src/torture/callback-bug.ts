import { processCallbacks } from '../callbacks/callback-worker.ts';
import { findConnection } from '../connections/find-connection.ts';
import { recordOutcome } from '../payments/record-outcome.ts';
import type { MoneyPath } from './money-path.ts';
import { believeCallbacks } from './torture-store.ts';

/** A worker that takes the callback for the answer instead of asking the gateway. */
export function settledByCallback(mark: () => void): Pick<MoneyPath, 'followCallbacks'> {
  return {
    followCallbacks: async (deps) => {
      const sql = deps.database.money;
      for (const { connectionId, ...ref } of await believeCallbacks(sql)) {
        mark();
        const connection = await findConnection(deps, sql, { id: connectionId });
        if (connection === null) throw new Error('no connection');
        const said = { status: 'OK', code: '00000000', description: null, xid: null } as const;
        const at = deps.clock.now();
        const trace = { endpoint: 'capture', reqId: null, at, durationMs: 0 } as const;
        const call = { ...trace, httpStatus: null, answerHash: null, outcome: 'callback', ...said };
        const outcome = { kind: 'success', ...said } as const;
        await recordOutcome(deps, connection, ref, { outcome, call });
      }
      return processCallbacks(deps);
    },
  };
}
