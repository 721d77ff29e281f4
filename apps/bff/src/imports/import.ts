export const importStates = ['running', 'paused', 'done', 'stopped'] as const;
export type ImportState = (typeof importStates)[number];

/**
 * What became of a line. `known`: the payment was there before, and nothing of it was changed. `empty`:
 * the gateway knows it and holds no money of it any more. `conflict`: its names belong to two payments.
 */
export const lineStates = [
  'waiting',
  'imported',
  'known',
  'malformed',
  'duplicate',
  'foreign',
  'not-found',
  'empty',
  'conflict',
  'unreadable',
] as const;
export type LineState = (typeof lineStates)[number];

/** An import of payments made before Desk. Instants ms UTC. */
export type HistoryImport = {
  readonly id: string;
  readonly merchantId: number;
  readonly connectionId: string;
  readonly createdBy: string;
  readonly createdAt: number;
  readonly name: string;
  /** Questions to the gateway in a second. */
  readonly perSecond: number;
  readonly state: ImportState;
  readonly lines: number;
  readonly unreachableSince: number | null;
  readonly finishedAt: number | null;
};

/** One line of the list. `authorizedAt`: the earliest the payment can have been made, ms UTC. */
export type ImportLine = {
  readonly line: number;
  readonly raw: string;
  readonly payId: string | null;
  readonly transId: string | null;
  readonly authorizedAt: number | null;
  readonly state: LineState;
  readonly field: string | null;
  readonly problem: string | null;
  readonly paymentId: string | null;
};

/** An import in the hands of one process; a later attempt takes it away from an earlier one. */
export type ImportClaim = Pick<
  HistoryImport,
  'id' | 'merchantId' | 'connectionId' | 'perSecond'
> & { readonly attempt: number };
