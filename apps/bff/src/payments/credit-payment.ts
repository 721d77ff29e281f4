import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import type { CreditInput } from './operation-input.ts';
import { runOperation } from './run-operation.ts';

/** Gives captured money back, within the person's refund limits. */
export function creditPayment(deps: Deps, person: Person, input: CreditInput) {
  return runOperation(deps, person, { kind: 'credit', ...input });
}
