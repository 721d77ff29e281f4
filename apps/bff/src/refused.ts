import type { Refusal } from 'paygate-payments';

/** Figures that let the screen explain a refusal: whole minor units. */
export type RefusalDetails = {
  readonly max?: number;
  readonly min?: number;
  readonly limit?: number;
};

/** Our rule said no. Nothing was sent to the gateway. */
export class Refused extends Error {
  readonly refusal: Refusal;
  readonly details: RefusalDetails;

  constructor(refusal: Refusal, details: RefusalDetails = {}) {
    super(`refused: ${refusal}`);
    this.name = 'Refused';
    this.refusal = refusal;
    this.details = details;
  }
}
