import { type Right, type Role, rightsOf } from 'paygate-payments';

/** What a stolen password alone must not be able to do. */
const NEED_SECOND_FACTOR: readonly Right[] = [
  'capture',
  'reverse',
  'refund',
  'approve',
  'connections',
  'users',
];

/** The rights a role brings now: outside demo some are absent until the person has a second factor. */
export function rightsInForce(
  role: Role,
  { demo, secondFactor }: { readonly demo: boolean; readonly secondFactor: boolean },
): readonly Right[] {
  const rights = rightsOf(role);
  if (demo || secondFactor) return rights;
  return rights.filter((right) => !NEED_SECOND_FACTOR.includes(right));
}
