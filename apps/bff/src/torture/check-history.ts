import { amountsHold, type Evidence, endsAreTrue, nothingTwice } from './checks.ts';
import {
  answersHold,
  everythingIsTold,
  nothingUnresolved,
  rightsHold,
  sumsAgree,
} from './record-checks.ts';

/** Checks everything that must hold of a history that has come to rest: I1 to I8. */
export async function checkHistory(evidence: Evidence): Promise<void> {
  nothingTwice(evidence);
  endsAreTrue(evidence);
  amountsHold(evidence);
  await sumsAgree(evidence);
  nothingUnresolved(evidence);
  answersHold(evidence);
  everythingIsTold(evidence);
  rightsHold(evidence);
}
