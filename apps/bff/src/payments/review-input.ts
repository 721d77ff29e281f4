import { reviewVerdicts } from 'paygate-payments';
import { z } from 'zod';
import { id, note } from './operation-input.ts';

const verdict = z.enum(reviewVerdicts);

export const proposeReviewInput = z.strictObject({ operationId: id, verdict, reason: note });
export type ProposeReviewInput = z.output<typeof proposeReviewInput>;

/** The verdict is repeated, so that nobody confirms one that was replaced meanwhile. */
export const confirmReviewInput = z.strictObject({ operationId: id, verdict });
export type ConfirmReviewInput = z.output<typeof confirmReviewInput>;

export const withdrawReviewInput = z.strictObject({ operationId: id });
