/**
 * Whether a TransID can be sent back to the gateway verbatim: printable ASCII without `& * % +`.
 * `&`, `%` and `+` change meaning in the parameter text, `*` separates the fields under the MAC.
 */
export function isTransIdSendable(transId: string): boolean {
  return /^[ -~]+$/.test(transId) && !/[&*%+]/.test(transId);
}
