/**
 * Codes of sockets and of PostgreSQL: class 08, 57P (shutting down, crashed, starting up) and 53300
 * (no connection left).
 */
const CODES = /^(?:ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|08\w{3}|57P0[123]|53300)$/;
/** What `pg` says without a code, and PostgreSQL under one that says little: a database that is closed. */
const WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Cannot use a pool after|database "[^"]*" is not currently accepting connections)/;

/** Whether an error of the `pg` library means that the database cannot be reached now. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && CODES.test(error.code)) return true;
  return WORDS.test(error.message) || isUnreachable(error.cause);
}
