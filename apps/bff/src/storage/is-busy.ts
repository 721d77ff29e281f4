/**
 * Whether a statement waited too long for what another transaction holds. All of its own transaction
 * was taken back; the same request can be made again.
 */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}
