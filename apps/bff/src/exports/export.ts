import type { ExportDefinition } from './export-input.ts';
import type { CurrencyFigures } from './export-rows-store.ts';

export const exportStates = [
  'queued',
  'running',
  'ready',
  'failed',
  'stopped',
  'expired',
  'removed',
] as const;
export type ExportState = (typeof exportStates)[number];

/** Why there is no file. */
export const exportFailures = [
  'interrupted',
  'no-room',
  'right-lost',
  'source-gone',
  'internal',
] as const;
export type ExportFailure = (typeof exportFailures)[number];

/** What a file says about itself, kept beside it. */
export type StoredFacts = {
  readonly merchant: string;
  readonly filter: string;
  readonly figures: readonly CurrencyFigures[];
};

/** A file somebody asked for. Instants ms UTC, `sha256` hex digits of the whole file. */
export type Export = {
  readonly id: string;
  readonly merchantId: number;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly definition: ExportDefinition;
  readonly personal: boolean;
  readonly state: ExportState;
  readonly failure: ExportFailure | null;
  readonly attempt: number;
  readonly asOf: number | null;
  readonly rowsTotal: number | null;
  readonly rowsDone: number;
  readonly facts: StoredFacts | null;
  readonly bytes: number | null;
  readonly sha256: string | null;
  readonly finishedAt: number | null;
  readonly expiresAt: number | null;
};

/** Which attempt of which export a process works on: whoever lost the lease changes nothing any more. */
export type Claim = Pick<Export, 'merchantId' | 'id' | 'attempt'>;
