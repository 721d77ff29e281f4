/**
 * Runs a transaction whose COMMIT answer may get lost. When it fails, `reread` says whether it was
 * committed after all: its value is then the answer, and nothing is repeated; null means that the
 * failure was real, and the first error is thrown.
 */
export async function committed<T>(
  work: () => Promise<T>,
  reread: () => Promise<T | null>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!isLostConnection(error)) throw error;
    const found = await reread();
    if (found === null) throw error;
    return found;
  }
}

/** An error of the connection itself: PostgreSQL's own refusals carry an SQLSTATE of other classes. */
function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    code.startsWith('08') ||
    code.startsWith('57P') ||
    code.startsWith('E') ||
    error.message.startsWith('Connection terminated')
  );
}

/** Whether PostgreSQL refused a row because a unique key that names this column has it already. */
export function isUniqueViolation(error: unknown, column: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return false;
  return 'constraint' in error && String(error.constraint).includes(column);
}
