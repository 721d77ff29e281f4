/** Whether the database gave a statement up because it ran for longer than it may (`statement_timeout`). */
export function isTimeout(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === '57014';
}
