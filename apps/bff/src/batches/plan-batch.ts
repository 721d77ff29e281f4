import { TRPCError } from '@trpc/server';
import { footLine, headLine, writeRecord } from 'paygate-core/batch';
import { refundableOf, remainingOf } from 'paygate-payments';
import type { Deps } from '../deps.ts';
import type { Payment } from '../payments/payment.ts';
import { readFiledPayments } from '../payments/read-filed-payments.ts';
import { swissDay } from '../reports/swiss-time.ts';
import type { PlanBatchInput } from './batch-input.ts';
import type { BatchView, CreditLineView, PlanView } from './batch-view.ts';
import { collectLines } from './collect-lines.ts';
import { createLineJudge, type JudgedLine } from './judge-lines.ts';
import { type Asking, openWish, rulesFor } from './wish-rules.ts';

const SHOWN_LINES = 5;
const SHOWN_PAYMENTS = 20;

/**
 * What a file would hold if it were made now, and what it could not and why. Books nothing.
 * @throws TRPCError NOT_FOUND for a payment that is not this merchant's, and what `openWish` and
 * `collectLines` throw.
 */
export async function planBatch(
  deps: Deps,
  asking: Asking,
  input: PlanBatchInput,
): Promise<PlanView> {
  const sql = deps.database.read;
  const scope = await openWish(deps, asking, input);
  const { lead, merchantId } = scope;
  const now = deps.clock.now();
  const { paymentIds, amounts } = await collectLines(deps, sql, merchantId, input, now);
  const wish = { kind: input.kind, amounts, personId: asking.person.id, now };
  const judge = createLineJudge(await rulesFor(deps, sql, scope, wish));

  const showsCredits = input.kind === 'credit' && input.scope.kind === 'selected';
  const credits: CreditLineView[] = [];
  const lines: string[] = [];
  const obstacles = new Map<string, PlanView['obstacles'][number]>();
  let records = 0;
  let sum = 0;
  let found = 0;
  for await (const page of readFiledPayments(sql, merchantId, paymentIds)) {
    found += page.length;
    for (const filed of page) {
      const judged = judge.judge(filed);
      if (showsCredits) credits.push(showCredit(judged));
      if (judged.allowed) {
        records += 1;
        sum += judged.amount;
        if (lines.length < SHOWN_LINES) {
          lines.push(writeRecord(lead.settings.version, judged.record));
        }
        continue;
      }
      const { reason } = judged;
      const known = obstacles.get(reason) ?? { reason, count: 0, payments: [] };
      known.count += 1;
      if (known.payments.length < SHOWN_PAYMENTS) {
        known.payments.push(show(filed.payment, input.kind));
      }
      obstacles.set(reason, known);
    }
  }
  if (input.scope.kind === 'selected' && found < paymentIds.length) {
    throw new TRPCError({ code: 'NOT_FOUND' });
  }
  const { settings, connection } = lead;
  const headMerchantId = settings.groupMerchantId ?? connection.gatewayMerchantId;
  return {
    records,
    sum,
    digest: judge.digest(),
    version: settings.version,
    nameOrder: settings.nameOrder,
    answerBy: now + settings.answerHours * 3_600_000,
    head: headLine(settings, { merchantId: headMerchantId, day: swissDay(now) }),
    lines,
    foot: footLine(settings, { count: records, sum: BigInt(sum) }),
    credits,
    obstacles: [...obstacles.values()].sort((one, other) => other.count - one.count),
  };
}

function showCredit(judged: JudgedLine): CreditLineView {
  const { id, transId, refNr, amounts, creditInDoubt } = judged.payment;
  const refundable = Math.max(0, refundableOf(amounts, creditInDoubt));
  const told = { id, transId, refNr, refundable };
  return judged.allowed
    ? { ...told, amount: judged.amount, reason: null, min: null, max: null }
    : {
        ...told,
        amount: null,
        reason: judged.reason,
        min: judged.min ?? null,
        max: judged.max ?? null,
      };
}

function show(
  { id, transId, refNr, amounts, creditInDoubt, captureBy, refundUntil }: Payment,
  kind: BatchView['kind'],
): PlanView['obstacles'][number]['payments'][number] {
  const isCredit = kind === 'credit';
  const amount = isCredit ? refundableOf(amounts, creditInDoubt) : remainingOf(amounts);
  const deadline = isCredit ? refundUntil : captureBy;
  return { id, transId, refNr, amount: Math.max(0, amount), deadline };
}
