import type { MeaningKey, NextStepKey } from './explanation-keys.ts';

/**
 * `no` = a final refusal: nothing happened and nothing will. Every other value leaves the outcome to
 * an inquiry: ask, ask again later, or wait first.
 */
export type Retry = 'no' | 'inquire' | 'later' | 'wait';

export type Detail = {
  readonly meaning: MeaningKey;
  readonly next: NextStepKey;
  readonly retry: Retry;
};

/** Digits 5 to 8 of a code, as the gateway's list of error codes and its official library have them. */
const rows: readonly (readonly [
  details: string,
  meaning: MeaningKey,
  retry: Retry,
  next: NextStepKey,
])[] = [
  ['0000', 'unspecified', 'no', 'contact-gateway-support'],
  ['0040', 'no-answer', 'inquire', 'check-outcome'],
  ['0045', 'account-busy', 'later', 'wait-then-check'],
  ['0050 0083 0994', 'technical-error', 'later', 'check-outcome'],
  ['0051 0056', 'timeout', 'inquire', 'check-outcome'],
  ['0052', 'connection-lost', 'inquire', 'check-outcome'],
  ['0053 0073 0703 0946', 'cancelled-by-customer', 'no', 'ask-for-new-payment'],
  ['0054 1108', 'reversal-failed', 'inquire', 'check-outcome'],
  ['0055 0934 0705 0709', 'status-in-doubt', 'inquire', 'check-outcome'],
  ['0060 0071 0101', 'not-activated', 'no', 'check-connection'],
  ['0061 0321 0600 1101', 'payment-not-found', 'no', 'check-connection'],
  ['0062 0064 0065 0066', 'other-step-running', 'later', 'wait-then-check'],
  ['0063 0081 0992', 'not-allowed', 'no', 'contact-gateway-support'],
  ['0067 0074', 'amount-above-authorized', 'no', 'lower-amount'],
  ['0068 0072 1716 1859', 'already-done', 'inquire', 'check-outcome'],
  ['0069 0075 1815', 'nothing-to-act-on', 'no', 'nothing-to-do'],
  ['0070', 'below-minimum', 'no', 'raise-amount'],
  ['0076', 'capture-running', 'wait', 'wait-then-check'],
  ['0077 0078 0080 0082', 'payment-method-unavailable', 'no', 'check-connection'],
  ['0100 0933', 'declined', 'no', 'ask-for-new-payment'],
  ['0313', 'limit-exceeded', 'no', 'lower-amount'],
  ['0349 1802', 'currency-differs', 'no', 'report-to-admin'],
  ['0720 0721', 'method-hash-wrong', 'no', 'contact-gateway-support'],
  ['0901 0902 0905 0906', 'processing-error', 'inquire', 'check-outcome'],
  // The list says of this group only that 0953 may be tried later; what the others left is unknown.
  ['0950 0951 0952', 'step-failed', 'inquire', 'check-outcome'],
  ['0953', 'original-not-complete', 'later', 'wait-then-check'],
  ['0935 0960', 'refund-pending-or-done', 'inquire', 'check-outcome'],
  ['0957', 'refund-above-rest', 'no', 'lower-amount'],
  ['0958', 'already-refunded', 'no', 'nothing-to-do'],
  ['0959', 'refund-period-over', 'no', 'use-other-refund-way'],
  ['0985', 'pending', 'wait', 'wait-then-check'],
  ['1515 1519', 'duplicate-or-reversed', 'inquire', 'check-outcome'],
  ['1884', 'insufficient-funds', 'no', 'ask-for-new-payment'],
  ['1951 1955', 'authorization-expired', 'no', 'ask-for-new-payment'],
  ['1952 1956', 'too-many-steps', 'no', 'contact-gateway-support'],
  ['1953 1954', 'order-closed', 'no', 'nothing-to-do'],
  // "New payment" says what to do, not that nothing was booked: not among the final refusals.
  ['0931', 'customer-too-slow', 'inquire', 'ask-for-new-payment'],
];

export const detailOf: ReadonlyMap<string, Detail> = new Map(
  rows.flatMap(([details, meaning, retry, next]) =>
    details.split(' ').map((detail) => [detail, { meaning, retry, next }] as const),
  ),
);

/** With modules 010 to 019 the detail names the parameter that is at fault. */
export const parameterOf: ReadonlyMap<string, string> = new Map([
  ['0001', 'PayID'],
  ['0002', 'TransID'],
  ['0003', 'MerchantID'],
  ['0004', 'ReqID'],
  ['003E', 'ReqID'],
  ['0005', 'Amount'],
  ['0006', 'Currency'],
  ['0007', 'Data'],
  ['0008', 'Len'],
  ['0009', 'Capture'],
  ['0010', 'Response'],
  ['0011', 'OrderDesc'],
  ['0012', 'OrderDesc2'],
  ['0014', 'Plain'],
  ['0020', 'URLSuccess'],
  ['0021', 'URLFailure'],
  ['0022', 'URLNotify'],
  ['0032', 'RefNr'],
  ['0044', 'MAC'],
  ['0099', 'XID'],
  ['1283', 'UserData'],
  ['1365', 'Language'],
  ['1990', 'URLBack'],
]);

/** What is wrong with the parameter, by module. */
export const parameterMeaningOf: ReadonlyMap<string, MeaningKey> = new Map([
  ['010', 'parameter-missing'],
  ['011', 'parameter-wrong-format'],
  ['012', 'parameter-invalid'],
  ['013', 'parameter-too-short'],
  ['014', 'parameter-too-long'],
  ['015', 'parameter-empty'],
  ['016', 'parameter-not-allowed'],
  ['017', 'parameter-already-used'],
  ['018', 'parameter-expired'],
  ['019', 'parameter-wrong-version'],
]);

/** Digits 2 to 4. TWINT's own module is documented nowhere, so none is named here. */
export const moduleOf: ReadonlyMap<string, string> = new Map([
  ['000', 'unspecified'],
  ['001', 'cryptography'],
  ...[...parameterMeaningOf.keys()].map((module) => [module, 'parameter'] as const),
  ['030', 'database'],
  ['040', 'locking'],
  ['050', 'merchant configuration'],
  ['060', 'payment logic'],
]);
