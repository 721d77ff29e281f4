import { isOpenState, type OpenState, type OperationState } from 'paygate-payments';

/** What the unresolved operations of a payment block. */
export type OpenOperations = {
  readonly openState: OpenState | null;
  /** Minor units of refunds that are open or wait for approval. */
  readonly creditInDoubt: number;
  /** The file in which the open operation waits for its answer. */
  readonly batchFileId: string | null;
};

export type UnresolvedRow = {
  readonly kind: string;
  readonly amount: number;
  readonly state: OperationState;
  readonly batch_file_id: string | null;
};

export const noneOpen: OpenOperations = { openState: null, creditInDoubt: 0, batchFileId: null };

/** Reads the unresolved operations of one payment. */
export function toOpenOperations(rows: readonly UnresolvedRow[]): OpenOperations {
  const open = rows.find(({ state }) => isOpenState(state));
  const credits = rows.filter(({ kind }) => kind === 'credit');
  const waits = open?.state === 'requested' || open?.state === 'sending';
  return {
    openState: open !== undefined && isOpenState(open.state) ? open.state : null,
    creditInDoubt: credits.reduce((sum, { amount }) => sum + amount, 0),
    batchFileId: waits ? open.batch_file_id : null,
  };
}
