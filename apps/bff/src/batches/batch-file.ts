import type { BatchAction, BatchLayout, NameOrder } from 'paygate-core/batch';
import type { OperationKind } from 'paygate-payments';

export const batchStates = ['created', 'handed-over', 'answered', 'given-up'] as const;
export type BatchState = (typeof batchStates)[number];

/** How the batch manager of a connection wants its files. */
export type BatchSettings = BatchLayout & {
  /** The group's id in HEAD of a version 2.x, else null. */
  readonly groupMerchantId: string | null;
  readonly nameOrder: NameOrder;
  /** Whether the contract is known to take reversals in files. */
  readonly reversals: 'unconfirmed' | 'yes';
  /** How many hours after a file its answer usually comes. */
  readonly answerHours: number;
};

/** A file as stored, without its bytes. Amounts minor units, instants ms UTC, `sha256` hex digits. */
export type BatchFile = {
  readonly id: string;
  readonly merchantId: number;
  readonly connectionId: string;
  readonly connectionLabel: string;
  readonly kind: OperationKind;
  readonly name: string;
  readonly headMerchantId: string;
  /** The Swiss calendar day of HEAD and name (`2026-11-20`). */
  readonly day: string;
  readonly counter: number;
  readonly layout: BatchLayout;
  readonly nameOrder: NameOrder;
  readonly records: number;
  readonly sum: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly clientKey: string;
  readonly requestHash: Buffer;
  readonly state: BatchState;
  readonly answerBy: number;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly by: string;
  readonly handedOverAt: number | null;
  readonly givenUpAt: number | null;
  readonly givenUpReason: string | null;
  readonly answeredAt: number | null;
  readonly answerId: string | null;
};

/** What names a file; every write checks both. */
export type BatchKey = Pick<BatchFile, 'merchantId' | 'id'>;

/** The words of the documents for our kinds of operations. */
export const actionOf: Readonly<Record<OperationKind, BatchAction>> = {
  capture: 'Capture',
  reversal: 'Reverse',
  credit: 'Credit',
};

/** The right that a person needs besides `batch`. */
export const rightFor = { capture: 'capture', reversal: 'reverse', credit: 'refund' } as const;
