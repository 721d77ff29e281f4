import { TRPCError } from '@trpc/server';
import { recordDenial } from '../audit/record-denial.ts';
import type { Deps } from '../deps.ts';
import { readRefunded } from '../payments/read-filed-payments.ts';
import type { Membership, Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import { rightFor } from './batch-file.ts';
import type { PlanBatchInput } from './batch-input.ts';
import {
  type BatchConnection,
  listBatchConnections,
  ownBatchConnection,
} from './batch-settings.ts';
import type { LineRules } from './judge-lines.ts';

/** Who asks for a file, and with which memberships that bring the right `batch`. */
export type Asking = { readonly person: Person; readonly memberships: readonly Membership[] };

export type WishScope = {
  readonly lead: BatchConnection;
  readonly membership: Membership;
  readonly merchantId: number;
};

/**
 * Whose file a wish is about, and that this person may make it.
 * @throws TRPCError BAD_REQUEST for a foreign connection, FORBIDDEN without the right of the action.
 */
export async function openWish(
  deps: Deps,
  { person, memberships }: Asking,
  { connection, kind }: Pick<PlanBatchInput, 'connection' | 'kind'>,
): Promise<WishScope> {
  const lead = await ownBatchConnection(deps, deps.database.read, memberships, connection);
  const { merchantId } = lead.connection;
  const membership = memberships.find((known) => known.merchantId === merchantId);
  const right = rightFor[kind];
  if (membership === undefined || !membership.rights.includes(right)) {
    await recordDenial(deps, person, { right, path: 'batches.create' });
    throw new TRPCError({ code: 'FORBIDDEN', message: right });
  }
  return { lead, membership, merchantId };
}

/** What the lines of a wish are judged by at `now` (ms UTC); locks the membership of who refunds. */
export async function rulesFor(
  deps: Deps,
  sql: Sql,
  { lead, membership, merchantId }: WishScope,
  wish: {
    readonly kind: LineRules['kind'];
    readonly amounts: LineRules['amounts'];
    readonly personId: string;
    readonly now: number;
  },
): Promise<LineRules> {
  const { kind, amounts, personId, now } = wish;
  const nothing = { today: 0, onPayment: new Map<string, number>() };
  const { quietPeriodMs: quietMs, creditQuietPeriodMs: creditQuietMs } = deps.env;
  return {
    kind,
    lead,
    amounts,
    now,
    connections: await listBatchConnections(deps, sql, [merchantId]),
    limits: { perPayment: membership.refundLimit, perDay: membership.refundDailyLimit },
    refunded: kind === 'credit' ? await readRefunded(sql, merchantId, personId, now) : nothing,
    quiet: { quietMs, creditQuietMs },
  };
}
