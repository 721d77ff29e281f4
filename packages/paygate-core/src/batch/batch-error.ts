/** What is wrong with a file, as words that a screen can look up. */
export const batchProblems = [
  'encoding',
  'byte-order-mark',
  'line-end',
  'line-too-long',
  'empty-line',
  'too-large',
  'too-many-records',
  'head-missing',
  'foot-missing',
  'after-foot',
  'unknown-record',
  'field-count',
  'format',
  'count-differs',
  'sum-differs',
  'other-merchant',
  'other-date',
  'other-version',
  'unknown-line',
  'line-twice',
  'changed',
  'code-missing',
] as const;
export type BatchProblem = (typeof batchProblems)[number];

/** A file that cannot be read: the line (from 1), the field by its name in the documents, and why. */
export class BatchError extends Error {
  readonly line: number;
  readonly field: string;
  readonly problem: BatchProblem;

  constructor(line: number, field: string, problem: BatchProblem) {
    super(`line ${line}, ${field}: ${problem}`);
    this.name = 'BatchError';
    this.line = line;
    this.field = field;
    this.problem = problem;
  }
}
