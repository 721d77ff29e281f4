import { type OperationState, operationStates } from 'paygate-payments';

export const stepKinds = ['authorization', 'capture', 'reversal', 'credit', 'expiry'] as const;
export type StepKind = (typeof stepKinds)[number];

/** A step ends, or stands still, as the operation does that took it. */
export const stepStates = operationStates;
export type StepState = OperationState;

/** The facts that tell of a step of each kind, where no operation of ours does. */
const factsOf: Readonly<Record<StepKind, readonly string[]>> = {
  authorization: ['authorized', 'failed'],
  capture: ['captured', 'external-capture'],
  reversal: ['reversed', 'external-reversal'],
  credit: ['credited', 'external-credit'],
  expiry: ['lapsed'],
};

/** The types of facts that tell of steps of these kinds that ended in these states; null: any. */
export function factTypes(
  kinds: readonly StepKind[] | null,
  states: readonly StepState[] | null,
): readonly string[] {
  const says = (state: StepState) => states === null || states.includes(state);
  return (kinds ?? stepKinds)
    .flatMap((kind) => factsOf[kind])
    .filter((type) => says(type === 'failed' ? 'failed' : 'succeeded'));
}

/** The kind of step a fact tells of. */
export function kindOfFact(type: string): StepKind {
  const kind = stepKinds.find((known) => factsOf[known].includes(type));
  if (kind === undefined) throw new Error(`${type} is no step`);
  return kind;
}
