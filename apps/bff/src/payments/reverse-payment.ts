import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import type { ReverseInput } from './operation-input.ts';
import { runOperation } from './run-operation.ts';

/**
 * Releases an authorization of which nothing is captured, or a part of it. The inquiry before the
 * send is what makes this safe: the gateway undoes the last step, whatever it was.
 */
export function reversePayment(deps: Deps, person: Person, input: ReverseInput) {
  return runOperation(deps, person, { kind: 'reversal', ...input });
}
