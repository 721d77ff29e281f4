export { type ActionReason, actionReasons, reasonFor } from './action-reason.ts';
export { type AllowedAction, allowedActions, type PaymentAction } from './allowed-actions.ts';
export { type Amounts, noAmounts, refundableOf, remainingOf } from './amounts.ts';
export {
  type BatchLineDecision,
  decideBatchLine,
  type FileObstacle,
  fileObstacles,
} from './batch-line.ts';
export { decideCapture } from './capture.ts';
export { decideCredit, noRefundLimits, type RefundLimits } from './credit.ts';
export {
  captureThresholds,
  captureUrgency,
  deadlines,
  refundThresholds,
  refundThresholdsFor,
  refundUrgency,
  type Thresholds,
  type Urgency,
} from './deadline.ts';
export { type Decision, type Refusal, type RefusedDecision, refusals } from './decision.ts';
export { type Doubt, doubtOf, doubts } from './doubt.ts';
export {
  type ExportColumn,
  exportColumnFacts,
  exportColumns,
  isPersonalColumn,
  usualExportColumns,
} from './export-column.ts';
export { exportColumnsDe } from './export-columns-de.ts';
export { exportColumnsEn } from './export-columns-en.ts';
export { exportColumnsFr } from './export-columns-fr.ts';
export { exportColumnsIt } from './export-columns-it.ts';
export { type ExportFormat, exportFormats } from './export-format.ts';
export { type FoldedPayment, foldEvents } from './fold-events.ts';
export {
  type BaselineDifference,
  baselineDiffers,
  type Evidence,
  type InquiryAmounts,
  type InquiryShowsReversals,
  judgeEvidence,
  provesLapse,
} from './inquiry.ts';
export { matchSettlement } from './match-settlement.ts';
export { leavesLessThanMinimum } from './minimum.ts';
export {
  isOpenState,
  type OpenState,
  type OperationKind,
  type OperationState,
  operationStates,
} from './operation.ts';
export type { Lifecycle, PaymentEvent, TimelineEventType } from './payment-event.ts';
export type { ConnectionRules, PaymentFacts } from './payment-facts.ts';
export { type DecimalMark, detectDecimalMark, readDecimal } from './read-decimal.ts';
export {
  decideRefNrChange,
  foldRefNr,
  judgeRefNr,
  nextRefNrCheck,
  type PendingRefNr,
  type RefNrVerdict,
} from './ref-nr-change.ts';
export {
  decideReimbursement,
  isRefundOver,
  type ReimbursementWay,
  reimbursedOf,
  reimbursementWays,
} from './reimbursement.ts';
export { type MoneyFigure, moneyFigures } from './report-figure.ts';
export {
  defaultQuietPeriods,
  defaultResolveSchedule,
  nextResolveAt,
  type QuietPeriods,
  quietUntil,
} from './resolve-schedule.ts';
export { decideReversal } from './reversal.ts';
export {
  confirmableAloneAt,
  decideConfirmation,
  mayProposeReview,
  type ReviewDecision,
  type ReviewedOperation,
  type Reviewer,
  type ReviewObstacle,
  type ReviewProposal,
  type ReviewVerdict,
  reviewVerdicts,
  rightToPropose,
  stateAfterReview,
} from './review.ts';
export {
  allRights,
  allRoles,
  mayNote,
  mayShareViews,
  type Right,
  type Role,
  rightsOf,
} from './rights.ts';
export {
  type Cause,
  causes,
  type Lane,
  lanes,
  type MatchKey,
  type Movement,
  matchKeys,
  type SettlementItem,
  type StatementLine,
  type StatementPeriod,
} from './settlement.ts';
export { type StatedTotals, type Totals, totalDifferences, totalsOf } from './settlement-totals.ts';
export { fellRecently } from './shortfall.ts';
export { type PaymentStatus, paymentStatuses, statusOf } from './status.ts';
export { isTransIdSendable } from './trans-id.ts';
