import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import type { CaptureInput } from './operation-input.ts';
import { runOperation } from './run-operation.ts';

/** Captures part or all of what remains; `closeRest` gives up what is left after it. */
export function capturePayment(deps: Deps, person: Person, input: CaptureInput) {
  return runOperation(deps, person, { kind: 'capture', ...input });
}
