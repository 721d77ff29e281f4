import type { Reviewer } from 'paygate-payments';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import type { Sql } from '../storage/database.ts';
import { hasOtherApprover } from './review-store.ts';

/** A person in the terms of the review rules, at one merchant. */
export async function findReviewer(
  { env }: Pick<Deps, 'env'>,
  sql: Sql,
  person: Person,
  merchantId: number,
): Promise<Reviewer> {
  const membership = person.memberships.find((each) => each.merchantId === merchantId);
  return {
    id: person.id,
    rights: membership?.rights ?? [],
    isOnlyApprover: !(await hasOtherApprover(sql, merchantId, person.id, env.demo)),
  };
}

/** The same for many operations: each merchant is asked about once. */
export function createReviewers(
  deps: Pick<Deps, 'env'>,
  sql: Sql,
  person: Person,
): (merchantId: number) => Promise<Reviewer> {
  const known = new Map<number, Promise<Reviewer>>();
  return (merchantId) => {
    const reviewer = known.get(merchantId) ?? findReviewer(deps, sql, person, merchantId);
    known.set(merchantId, reviewer);
    return reviewer;
  };
}
