export { type AnsweredRecord, type BatchOrders, readAnswer } from './answer.ts';
export { BatchError, type BatchProblem, batchProblems } from './batch-error.ts';
export { type BatchHead, buildBatch, footLine, headLine, mostRecords } from './build.ts';
export {
  type BatchName,
  type BatchPhase,
  largestCounter,
  type NameOrder,
  nameOrders,
  readFileName,
  writeFileName,
} from './file-name.ts';
export {
  type BatchLayout,
  isGroupVersion,
  safeLayout,
  versionPattern,
  writeDate,
} from './layout.ts';
export { type BatchPart, largestFile, parseBatch } from './parse.ts';
export {
  type BatchAction,
  type BatchAnswer,
  type BatchRecord,
  batchActions,
  batchMerchantId,
  batchTransId,
  writeRecord,
} from './record.ts';
