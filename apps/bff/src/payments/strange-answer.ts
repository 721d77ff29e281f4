import { recordAudit } from '../audit/record-audit.ts';
import { ABOUT_ANOTHER, type SendOutcome } from '../gateway/gateway-outcome.ts';
import type { Sql } from '../storage/database.ts';
import type { Operation } from './operation.ts';
import { isXidTaken } from './operation-store.ts';

/**
 * Disbelieves an answer whose XID, the gateway's name of one step, belongs to another operation of
 * ours already: an old answer, replayed or mixed up, proves nothing about this step.
 */
export async function disbelieveOldXid(
  sql: Sql,
  operation: Operation,
  outcome: SendOutcome,
): Promise<SendOutcome> {
  const { xid } = outcome;
  if (outcome.kind === 'unknown' || xid === null) return outcome;
  if (!(await isXidTaken(sql, operation, xid))) return outcome;
  const nothing = { status: null, code: null, description: null, xid: null };
  return { kind: 'unknown', why: ABOUT_ANOTHER, ...nothing };
}

/** Writes down that an answer was about something else: a mix-up at the gateway, or an attack. */
export async function recordStrangeAnswer(
  sql: Sql,
  operation: Operation,
  outcome: SendOutcome,
  at: number,
): Promise<void> {
  if (outcome.kind !== 'unknown' || outcome.why !== ABOUT_ANOTHER) return;
  await recordAudit(sql, {
    merchantId: operation.merchantId,
    at,
    actorId: null,
    action: 'answer-about-another',
    subject: `payment:${operation.paymentId}`,
    details: { operationId: operation.id, kind: operation.kind },
  });
}
