export type OperationKind = 'capture' | 'reversal' | 'credit';

/** Every state of an operation. */
export const operationStates = [
  'requested',
  'awaiting_approval',
  'sending',
  'unknown',
  'review',
  'succeeded',
  'failed',
  'not_executed',
  'cancelled',
] as const;
export type OperationState = (typeof operationStates)[number];

/** The states in which an operation keeps every other one away from its payment. */
export type OpenState = Extract<OperationState, 'requested' | 'sending' | 'unknown' | 'review'>;

/** Whether an operation in this state blocks its payment. One that awaits approval does not. */
export function isOpenState(state: OperationState): state is OpenState {
  return state === 'requested' || state === 'sending' || state === 'unknown' || state === 'review';
}
