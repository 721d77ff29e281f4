import { createHash, type Hash } from 'node:crypto';
import { type BatchRecord, writeRecord } from 'paygate-core/batch';
import { WireError } from 'paygate-core/wire';
import {
  decideBatchLine,
  doubtOf,
  type FileObstacle,
  fellRecently,
  type OperationKind,
  type QuietPeriods,
  type RefundLimits,
} from 'paygate-payments';
import { factsOf, type Payment, rulesOf } from '../payments/payment.ts';
import type { FiledPayment } from '../payments/read-filed-payments.ts';
import { actionOf } from './batch-file.ts';
import type { BatchConnection } from './batch-settings.ts';

/** What all lines of a file are judged by. Instants ms UTC, amounts minor units. */
export type LineRules = {
  readonly kind: OperationKind;
  /** Whose batch manager gets the file. */
  readonly lead: BatchConnection;
  /** Every connection of the merchant; in a group's file those of the same group may stand too. */
  readonly connections: readonly BatchConnection[];
  readonly amounts: ReadonlyMap<string, number>;
  readonly limits: Pick<RefundLimits, 'perPayment' | 'perDay'>;
  readonly refunded: { readonly today: number; readonly onPayment: ReadonlyMap<string, number> };
  readonly now: number;
  readonly quiet: QuietPeriods;
};

/** What explains a no about an amount, minor units. */
type Figures = { readonly min?: number | undefined; readonly max?: number | undefined };

export type JudgedLine = FiledPayment &
  (
    | {
        readonly allowed: true;
        readonly amount: number;
        readonly record: BatchRecord;
        readonly connection: BatchConnection['connection'];
      }
    | ({ readonly allowed: false; readonly reason: FileObstacle } & Figures)
  );

/**
 * Judges payments one after the other: what one line refunds counts for the next one's limits.
 * `digest` names exactly the lines that were allowed so far, in their order.
 */
export function createLineJudge(rules: LineRules): {
  judge(filed: FiledPayment): JudgedLine;
  digest(): string;
} {
  const hash: Hash = createHash('sha256');
  const names = new Set<string>();
  let refundedHere = 0;
  return {
    judge: (filed) => {
      const judged = judgeLine(rules, filed, refundedHere);
      if (!judged.allowed) return judged;
      const { merchantId, transId } = judged.record;
      const name = `${merchantId} ${transId}`;
      // Two connections to one account would make two lines that no answer can tell apart.
      if (names.has(name)) return { ...filed, allowed: false, reason: 'other-connection' };
      names.add(name);
      refundedHere += rules.kind === 'credit' ? judged.amount : 0;
      hash.update(`${rules.kind} ${judged.payment.id} ${judged.amount}\n`);
      return judged;
    },
    digest: () => hash.copy().digest('hex'),
  };
}

function judgeLine(rules: LineRules, filed: FiledPayment, refundedHere: number): JudgedLine {
  const { payment } = filed;
  const found = rules.connections.find(({ connection }) => connection.id === payment.connectionId);
  if (found === undefined || !sharesFile(rules.lead, found)) {
    return { ...filed, allowed: false, reason: 'other-connection' };
  }
  const { kind, lead, now } = rules;
  const decision = decideBatchLine(
    { ...factsOf(payment), refNr: payment.refNr, inDoubt: isInDoubt(rules, filed) },
    rulesOf(found.connection),
    { kind, amount: rules.amounts.get(payment.id) },
    {
      limits: {
        ...rules.limits,
        refundedOnPaymentByPerson: rules.refunded.onPayment.get(payment.id) ?? 0,
        refundedTodayByPerson: rules.refunded.today + refundedHere,
      },
      reversals: lead.settings.reversals,
      answerBy: now + lead.settings.answerHours * 3_600_000,
    },
  );
  if (!decision.allowed) {
    const { reason, min, max } = decision;
    return { ...filed, allowed: false, reason, min, max };
  }
  const record = recordFor(rules, payment, found, decision.amount);
  if (!isWritable(lead, record)) return { ...filed, allowed: false, reason: 'not-supported' };
  const { amount } = decision;
  return { ...filed, allowed: true, amount, record, connection: found.connection };
}

/** A file belongs to one connection; a group's to all that name the same group. */
function sharesFile({ connection, settings }: BatchConnection, other: BatchConnection): boolean {
  if (other.connection.id === connection.id) return true;
  const { groupMerchantId, version } = settings;
  return (
    groupMerchantId !== null &&
    other.settings.groupMerchantId === groupMerchantId &&
    other.settings.version === version
  );
}

function isInDoubt({ now, quiet }: LineRules, { events }: FiledPayment): boolean {
  const facts = events.map(({ event }) => event);
  return doubtOf(facts) !== null || fellRecently(facts, now, quiet);
}

function recordFor(
  { kind, lead }: LineRules,
  payment: Payment,
  { connection }: BatchConnection,
  amount: number,
): BatchRecord {
  const isGroup = lead.settings.groupMerchantId !== null;
  return {
    action: actionOf[kind],
    merchantId: isGroup ? connection.gatewayMerchantId : null,
    amount,
    currency: 'CHF',
    transId: payment.transId,
    refNr: payment.refNr === '' ? null : payment.refNr,
    payId: payment.payId ?? '',
  };
}

function isWritable({ settings }: BatchConnection, record: BatchRecord): boolean {
  try {
    writeRecord(settings.version, record);
    return true;
  } catch (error) {
    if (error instanceof WireError) return false;
    throw error;
  }
}
