import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import type { ExportFilter, ExportWish } from '../app/export-wish.ts';
import { useSession } from '../app/session.tsx';
import type { BatchConnections, BatchPlan, BatchWish } from './batch.ts';
import { amountsOf, problemOfAmount } from './line-amount.ts';

type Kind = BatchWish['kind'];
export type CreditReason = NonNullable<BatchWish['reason']>;

/** What a person can choose of a file. */
export type WishTyped = Pick<BatchWish, 'connection' | 'kind'> & {
  readonly reason: CreditReason;
  readonly note: string;
};

const rights = { capture: 'capture', credit: 'refund', reversal: 'reverse' } as const;

/** What can be in a file at all, where nobody filtered the payments before. */
const usual: Readonly<Record<Kind, ExportFilter>> = {
  capture: { status: ['authorized', 'part_captured'], sort: 'captureBy', order: 'asc' },
  reversal: { status: ['authorized'], sort: 'captureBy', order: 'asc' },
  credit: { status: ['captured', 'part_captured', 'part_refunded'] },
};

/** The kinds of file that this person may make. */
export function useBatchKinds(): readonly Kind[] {
  const { can } = useSession();
  return (['capture', 'credit', 'reversal'] as const).filter((kind) => can(rights[kind]));
}

/** What is wished of a file, and what the last check of exactly this wish said. */
export function useBatchWish({ rows: connections, last }: BatchConnections) {
  const wished = useLocation({ select: ({ state }) => state.exportWish });
  const [kind = 'capture'] = useBatchKinds();
  // Of several none is taken just because its name comes first.
  const only = connections.length === 1 ? connections[0]?.connection : undefined;
  const [typed, setTyped] = useState<WishTyped>({
    connection: wished?.filter.connection ?? only ?? last ?? '',
    kind,
    reason: 'return',
    note: '',
  });
  const [checked, setChecked] = useState<{
    readonly wish: BatchWish;
    readonly plan: BatchPlan;
    /** One wish makes one file, however often it is sent. */
    readonly key: string;
  } | null>(null);
  const [amounts, setAmounts] = useState<Readonly<Record<string, string>>>({});
  const [known, setKnown] = useState<BatchPlan['credits']>([]);
  const lines = typed.kind === 'credit' ? known : [];
  return {
    typed,
    wish: toWish(typed, wished, amountsOf(amounts)),
    isFromList: wished !== undefined,
    checked,
    /** The word of what is still to be filled in. */
    problem: problemOf(typed, lines, amounts),
    /** The refunds of a selection as the last check found them, and what was typed for them. */
    lines,
    amounts,
    type: (paymentId: string, text: string) => {
      setAmounts({ ...amounts, [paymentId]: text });
      setChecked(null);
    },
    change: (some: Partial<WishTyped>) => {
      setTyped({ ...typed, ...some });
      setChecked(null);
    },
    show: (plan: BatchPlan, wish: BatchWish) => {
      setChecked({ wish, plan, key: crypto.randomUUID() });
      if (plan.credits.length > 0) setKnown(plan.credits);
    },
  };
}

function problemOf(
  { connection, kind, reason, note }: WishTyped,
  lines: BatchPlan['credits'],
  amounts: Readonly<Record<string, string>>,
): 'connectionNeeded' | 'noteNeeded' | 'amountsWrong' | null {
  if (connection === '') return 'connectionNeeded';
  if (kind !== 'credit') return null;
  if (reason === 'other' && note.trim() === '') return 'noteNeeded';
  const isWrong = lines.some(({ id, refundable }) => {
    const text = amounts[id];
    return text !== undefined && refundable > 0 && problemOfAmount(text, refundable) !== null;
  });
  return isWrong ? 'amountsWrong' : null;
}

function toWish(
  { connection, kind, reason, note }: WishTyped,
  wished: ExportWish | undefined,
  amounts: Readonly<Record<string, number>>,
): BatchWish {
  const ids = wished?.paymentIds ?? [];
  // What a list shows of other connections is named by the check, not passed over in silence.
  const text = note.trim();
  return {
    connection,
    kind,
    scope:
      ids.length > 0
        ? {
            kind: 'selected',
            lines: ids.map((paymentId) =>
              lineOf(paymentId, kind === 'credit' ? amounts[paymentId] : undefined),
            ),
          }
        : { kind: 'filtered', filter: wished?.filter ?? { ...usual[kind], connection } },
    ...(kind === 'credit' ? { reason, ...(text === '' ? {} : { note: text }) } : {}),
  };
}

function lineOf(paymentId: string, amount: number | undefined) {
  return amount === undefined ? { paymentId } : { paymentId, amount };
}
