/** PostgreSQL: no text of its encoding, and in JSON a character that no text can hold. */
const CODES: readonly unknown[] = ['22021', '22P05'];

/**
 * Whether a statement failed because what it was given holds a character that no text of the database
 * can hold, which is NUL. Whoever sent it is told so; it is no failure of ours.
 */
export function isUnstorable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && CODES.includes(error.code);
}

/** Whether a text somewhere in `value`, which came as JSON, holds such a character. */
export function holdsUnstorable(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || !value.isWellFormed();
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(holdsUnstorable);
}
