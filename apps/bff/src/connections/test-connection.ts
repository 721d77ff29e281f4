import { randomBytes } from 'node:crypto';
import { createCipher } from 'paygate-core/wire';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import type { Deps } from '../deps.ts';
import { askGateway } from '../gateway/inquire-gateway.ts';
import { inTransaction } from '../storage/database.ts';
import type { TestConnectionInput } from './connection-input.ts';
import type { ConnectionRow } from './connection-row.ts';
import { hasNotified } from './connection-store.ts';
import { openConnection } from './open-connection.ts';

const step = z.object({
  step: z.enum(['reach', 'decrypt', 'merchant', 'callback']),
  /** `unknown`: an earlier step failed, or there was nothing to see yet. */
  state: z.enum(['ok', 'failed', 'unknown']),
  ms: z.int().nullable(),
  /** What the gateway or the network said. */
  code: z.string().nullable(),
});
type Step = z.infer<typeof step>;

/**
 * `reach`: the address answered. `decrypt`: our key opened the answer. `merchant`: MerchantID and
 * HMAC key were accepted. `callback`: a genuine notification has ever arrived here.
 */
export const connectionTestView = z.object({ steps: z.array(step) });
export type ConnectionTestView = z.infer<typeof connectionTestView>;

/**
 * Inquires a payment that cannot exist: shows whether address, MerchantID and keys fit, and moves no
 * money. Values in `input` are tried in place of the stored ones.
 */
export async function testConnection(
  deps: Deps,
  actorId: string,
  row: ConnectionRow,
  input: TestConnectionInput,
): Promise<ConnectionTestView> {
  const started = deps.clock.wall();
  const outcome = await askGateway(deps, tried(deps, row, input), {
    payId: randomBytes(16).toString('hex'),
    transId: `test-${randomBytes(8).toString('hex')}`,
  });
  const ms = Math.max(0, deps.clock.wall() - started);
  const notified = await hasNotified(deps.database.read, row.id);
  const steps: Step[] = [
    ...judge(outcome, ms),
    { step: 'callback', state: notified ? 'ok' : 'unknown', ms: null, code: null },
  ];
  await inTransaction(deps.database.read, (sql) =>
    recordAudit(sql, {
      merchantId: row.merchantId,
      at: deps.clock.now(),
      actorId,
      action: 'connection-tested',
      subject: `connection:${row.id}`,
      details: Object.fromEntries(steps.map(({ step: name, state }) => [name, state])),
    }),
  );
  return { steps };
}

function tried({ secrets }: Deps, row: ConnectionRow, input: TestConnectionInput) {
  const stored = openConnection(secrets, row);
  const { macKey, cipher } = stored.credentials;
  const merchantId = input.gatewayMerchantId ?? stored.gatewayMerchantId;
  const { encryptionKey } = input;
  return {
    ...stored,
    baseUrl: input.baseUrl ?? stored.baseUrl,
    gatewayMerchantId: merchantId,
    credentials: {
      merchantId,
      cipher: encryptionKey === undefined ? cipher : createCipher(row.cipherKind, encryptionKey),
      macKey: input.hmacKey ?? macKey,
    },
  };
}

function judge(outcome: Awaited<ReturnType<typeof askGateway>>, ms: number): Step[] {
  switch (outcome.kind) {
    case 'amounts':
    case 'not-found':
      return steps(['ok', 'ok', 'ok'], ms, null);
    case 'unreadable': {
      // A sealed code can only be read with the right key; one of module 001 (cryptography) is told
      // in clear because the gateway could not read us.
      const opened = /^code (?!\d001)/.test(outcome.why);
      return steps(opened ? ['ok', 'ok', 'failed'] : ['ok', 'failed', 'unknown'], ms, outcome.why);
    }
    case 'unreachable':
      return steps(['failed', 'unknown', 'unknown'], ms, outcome.why);
  }
}

function steps(
  states: readonly [Step['state'], Step['state'], Step['state']],
  ms: number,
  why: string | null,
) {
  const names = ['reach', 'decrypt', 'merchant'] as const;
  return names.map((name, at): Step => {
    const state = states[at] ?? 'unknown';
    return {
      step: name,
      state,
      ms: name === 'reach' ? ms : null,
      code: state === 'failed' ? why : null,
    };
  });
}
