import { type Decision, refuse } from './decision.ts';
import type { PaymentEvent } from './payment-event.ts';
import { isAddressable, type PaymentFacts } from './payment-facts.ts';

/** A change of the reference that was sent, or may have been, and whose outcome nobody knows yet. */
export type PendingRefNr = {
  readonly key: string;
  readonly to: string;
  /** When it was asked for, ms UTC. */
  readonly at: number;
  /** The answer came and told nothing; false: none has come yet. */
  readonly isUnknown: boolean;
};

/** What the facts of a payment, in the order they were learned, say of its reference. */
export type FoldedRefNr = {
  /** References it had before, the oldest first. */
  readonly former: readonly string[];
  readonly pending: readonly PendingRefNr[];
};

/**
 * Folds the changes of a reference. A change that is proved, and an inquiry that shows the old
 * reference, end every doubt before them: at most one change is under way at any time, and the next
 * is sent only when an older one can no longer arrive.
 */
export function foldRefNr(events: readonly PaymentEvent[]): FoldedRefNr {
  let pending: readonly PendingRefNr[] = [];
  const former = new Set<string>();
  for (const event of events) {
    switch (event.type) {
      case 'ref-nr-requested':
        pending = [...pending, { key: event.key, to: event.to, at: event.at, isUnknown: false }];
        break;
      case 'ref-nr-unknown':
        pending = pending.map((one) => (one.key === event.key ? { ...one, isUnknown: true } : one));
        break;
      case 'ref-nr-declined':
        pending = pending.filter(({ key }) => key !== event.key);
        break;
      case 'ref-nr-changed':
        pending = [];
        if (event.from !== null) former.add(event.from);
        break;
      case 'ref-nr-kept':
        pending = [];
        break;
    }
  }
  return { former: [...former], pending };
}

type Now = { readonly now: number; readonly quietMs: number };

/**
 * Whether another reference may be sent at `now` (ms UTC). While the last change is under way, or
 * could still arrive late, none may: of two the gateway would keep the one that came last, and nobody
 * would know which that was. `known` is the reference the wish is based on, `current` the one we know.
 */
export function decideRefNrChange(
  facts: PaymentFacts,
  { pending }: Pick<FoldedRefNr, 'pending'>,
  { known, current }: { readonly known: string | null; readonly current: string | null },
  { now, quietMs }: Now,
): Decision {
  if (!isAddressable(facts)) return refuse('not-supported');
  const isMoving = facts.openState === 'requested' || facts.openState === 'sending';
  if (isMoving || facts.inFile) return refuse('step-in-flight');
  const last = pending.at(-1);
  if (last !== undefined && now < last.at + quietMs) {
    return refuse(last.isUnknown ? 'outcome-unknown' : 'step-in-flight');
  }
  return known === current ? { allowed: true } : refuse('stale-version');
}

export type RefNrVerdict = { readonly kind: 'changed' | 'kept'; readonly change: PendingRefNr };

/**
 * What the reference in the answer to an inquiry, asked at `now` (ms UTC), proves of the change in
 * doubt; null: nothing. The new one proves that it was done. The old one proves that it was not, but
 * only once the request can no longer arrive. An answer without a reference proves nothing.
 */
export function judgeRefNr(
  { pending }: Pick<FoldedRefNr, 'pending'>,
  current: string | null,
  told: string | null,
  { now, quietMs }: Now,
): RefNrVerdict | null {
  const last = pending.at(-1);
  if (last === undefined || told === null || told === '') return null;
  if (told === last.to) return { kind: 'changed', change: last };
  if (now < last.at + quietMs) return null;
  const earlier = pending.findLast(({ to }) => to === told);
  if (earlier !== undefined) return { kind: 'changed', change: earlier };
  return told === current ? { kind: 'kept', change: last } : null;
}

const DAY_MS = 86_400_000;

/**
 * When the gateway is asked by itself about a change in doubt (ms UTC): as soon as "not changed" can be
 * concluded, and daily from then on. `checkedAt` is when it was asked about the payment last.
 */
export function nextRefNrCheck(
  { at }: Pick<PendingRefNr, 'at'>,
  checkedAt: number | null,
  quietMs: number,
): number {
  const first = at + quietMs;
  return checkedAt === null || checkedAt < first ? first : checkedAt + DAY_MS;
}
