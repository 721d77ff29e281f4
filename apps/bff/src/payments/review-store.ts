import { allRoles, type ReviewProposal, rightsOf } from 'paygate-payments';
import type { Sql } from '../storage/database.ts';
import type { EvidenceEntry, OperationRef } from './operation.ts';

/** Adds what an inquiry said about an operation in review; one that has left it stays as it is. */
export async function addReviewEvidence(
  sql: Sql,
  ref: OperationRef,
  entry: EvidenceEntry,
): Promise<void> {
  await sql.query(
    `UPDATE operations SET evidence = evidence || $4::jsonb
     WHERE merchant_id = $1 AND payment_id = $2 AND id = $3 AND state = 'review'`,
    [ref.merchantId, ref.paymentId, ref.id, JSON.stringify([entry])],
  );
}

/** Puts a proposal in the place of the one before it; null takes that away. */
export async function saveProposal(
  sql: Sql,
  ref: OperationRef,
  proposal: (ReviewProposal & { readonly reason: string }) | null,
): Promise<void> {
  const { verdict = null, reason = null, by = null } = proposal ?? {};
  const at = proposal === null ? null : new Date(proposal.at);
  await sql.query(
    `UPDATE operations SET review_verdict = $4, review_reason = $5, review_by = $6, review_at = $7
     WHERE merchant_id = $1 AND payment_id = $2 AND id = $3 AND state = 'review'`,
    [ref.merchantId, ref.paymentId, ref.id, verdict, reason, by, at],
  );
}

/**
 * Whether somebody else at the merchant has a role that approves. Who has yet to set a second factor
 * counts: waiting for them is safer than doing without. Outside demo its people do not exist.
 */
export async function hasOtherApprover(
  sql: Sql,
  merchantId: number,
  personId: string,
  demo: boolean,
): Promise<boolean> {
  const roles = allRoles.filter((role) => rightsOf(role).includes('approve'));
  const { rows } = await sql.query<{ found: boolean }>(
    `SELECT EXISTS (
       SELECT FROM memberships JOIN users ON users.id = memberships.user_id
       WHERE memberships.merchant_id = $1 AND memberships.user_id <> $2
         AND memberships.role = ANY($3) AND ($4 OR NOT users.demo)) AS found`,
    [merchantId, personId, roles, demo],
  );
  return rows[0]?.found ?? false;
}
