import type { OperationRequest } from '../events.ts';
import type { MerchantSettings } from '../merchants.ts';
import type { Payment } from '../state.ts';
import type { DraftStep } from '../steps.ts';

/** What the gateway decides about a money request: the steps to execute, or the code of its no. */
export type Verdict =
  | { readonly ok: true; readonly steps: readonly DraftStep[] }
  | { readonly ok: false; readonly code: string };

export type Case = {
  readonly payment: Payment;
  readonly request: OperationRequest;
  readonly settings: MerchantSettings;
  readonly now: number;
};

export function execute(...steps: readonly DraftStep[]): Verdict {
  return { ok: true, steps };
}

export function decline(code: string): Verdict {
  return { ok: false, code };
}
