import type {
  InquiryAmounts,
  OperationKind,
  OperationState,
  ReviewProposal,
} from 'paygate-payments';
import type { OperationView } from './payment-view.ts';

export type EvidenceEntry = OperationView['evidence'][number];

/** One attempt to move money, as stored. Amounts are minor units, instants ms UTC. */
export type Operation = {
  readonly id: string;
  readonly merchantId: number;
  readonly paymentId: string;
  readonly kind: OperationKind;
  readonly amount: number;
  readonly currency: string;
  readonly closeRest: boolean;
  /** What a capture with `closeRest` gives up of the rest. */
  readonly closes: number;
  readonly refNr: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly clientKey: string;
  readonly requestHash: Buffer;
  readonly reqId: string;
  readonly state: OperationState;
  readonly cancelReason: string | null;
  /** What the gateway said right before the send. */
  readonly baseline: InquiryAmounts | null;
  readonly resultStatus: string | null;
  readonly resultCode: string | null;
  readonly resultText: string | null;
  readonly xid: string | null;
  readonly evidence: readonly EvidenceEntry[];
  readonly dueAt: number | null;
  readonly createdAt: number;
  readonly createdBy: string;
  readonly by: string;
  readonly sentAt: number | null;
  readonly resolvedAt: number | null;
  /** The batch file it left the house in, or null where it was sent by itself. */
  readonly batchFileId: string | null;
  /** What somebody holds for its outcome, while in review and after. */
  readonly proposal: (ReviewProposal & { readonly reason: string; readonly byName: string }) | null;
};

/** What names an operation together with its payment; every write checks both. */
export type OperationRef = Pick<Operation, 'merchantId' | 'paymentId' | 'id'>;
