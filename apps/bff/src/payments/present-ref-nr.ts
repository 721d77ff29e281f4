import { decideRefNrChange, foldRefNr, nextRefNrCheck, reasonFor } from 'paygate-payments';
import type { StoredEvent } from './event-store.ts';
import { factsOf, type Payment } from './payment.ts';
import type { RefNrChangeView } from './ref-nr-view.ts';

/** What a person sees of the reference of a payment at `now`, and why another may not be sent, or null. */
export function presentRefNr(
  payment: Payment,
  events: readonly Pick<StoredEvent, 'event'>[],
  { now, quietMs }: { readonly now: number; readonly quietMs: number },
): RefNrChangeView {
  const folded = foldRefNr(events.map(({ event }) => event));
  const facts = factsOf(payment);
  const bases = { known: payment.refNr, current: payment.refNr };
  const decision = decideRefNrChange(facts, folded, bases, { now, quietMs });
  const last = folded.pending.at(-1);
  return {
    former: folded.former.filter((refNr) => refNr !== payment.refNr),
    pending:
      last === undefined
        ? null
        : {
            to: last.to,
            at: last.at,
            isUnknown: last.isUnknown,
            quietUntil: last.at + quietMs,
            nextCheckAt: nextRefNrCheck(last, payment.checkedAt, quietMs),
          },
    why: decision.allowed ? null : reasonFor(facts, decision.refusal),
  };
}
