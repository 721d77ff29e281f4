import { claimOperation } from '../payments/claim-operation.ts';
import { RESERVED_FOR_MS } from '../payments/reserve-operation.ts';
import { assemblePath } from './assembled-path.ts';
import { settledByCallback } from './callback-bug.ts';
import type { Statement } from './house-database.ts';
import type { SeededBug } from './seeded-bug.ts';

/** Mistakes in the order of the steps and in how long is waited. */
export const bugsInProtocol: readonly SeededBug[] = [
  tooQuick('no quiet period', 0),
  tooQuick('the quiet period is too short', 60_000),
  {
    name: 'sent before the claim is committed',
    plant: (mark) => ({
      path: assemblePath({
        execute: async (
          deps,
          { take, claim, send, record },
          { connection, payment, operation, reservedAt },
        ) => {
          const baseline = await take(deps, connection, payment, operation);
          mark();
          const claimedAt = deps.clock.wall();
          const sent = await send(deps, connection, payment, operation, { claimedAt });
          const claimed = await claim(deps, connection, operation, { baseline, reservedAt });
          if (claimed !== null && sent !== null) await record(deps, connection, operation, sent);
        },
      }),
    }),
  },
  {
    name: 'sent without asking first',
    plant: (mark) => ({
      path: assemblePath({
        take: async (_deps, _connection, { amounts, payId, transId }) => {
          mark();
          const sums = { auth: amounts.authorized, cap: amounts.captured, cred: amounts.refunded };
          const named = { payId: payId ?? '', transId, lastStatus: null, xid: null, refNr: null };
          return { kind: 'amounts', amounts: sums, call: null, ...named };
        },
      }),
    }),
  },
  {
    name: 'the baseline is not compared',
    plant: (mark) => ({
      path: assemblePath({
        execute: async (
          deps,
          { take, send, record },
          { connection, payment, operation, reservedAt },
        ) => {
          const baseline = await take(deps, connection, payment, operation);
          const { authorized: auth, captured: cap, refunded: cred } = payment.amounts;
          const told = baseline.amounts;
          if (auth !== told.auth || cap !== told.cap || cred !== told.cred) mark();
          const agreeing = { ...baseline, amounts: { auth, cap, cred } };
          const ground = { baseline: agreeing, reservedAt };
          const claimed = await claimOperation(deps, connection, operation, ground);
          if (claimed === null) return;
          const sent = await send(deps, connection, payment, operation, claimed);
          if (sent !== null) await record(deps, connection, operation, sent);
        },
      }),
    }),
  },
  {
    name: 'claimed however long ago it was reserved',
    plant: (mark) => ({
      path: assemblePath({
        claim: (deps, connection, operation, { baseline, reservedAt }) => {
          const now = deps.clock.wall();
          if (now - reservedAt > RESERVED_FOR_MS) mark();
          return claimOperation(deps, connection, operation, { baseline, reservedAt: now });
        },
      }),
    }),
  },
  {
    name: 'a callback settles',
    plant: (mark) => ({ path: settledByCallback(mark), isTalkative: true }),
  },
];

function tooQuick(name: string, periodMs: number): SeededBug {
  return {
    name,
    plant: (mark) => ({
      env: { quietPeriodMs: periodMs, creditQuietPeriodMs: periodMs },
      rewrite: (statement: Statement) => {
        const judged = statement.text.startsWith('UPDATE operations SET state = $5');
        if (judged && statement.values[4] === 'not_executed') mark();
        return statement;
      },
    }),
  };
}
