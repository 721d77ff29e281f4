/**
 * Something the operator can put right: a setting, a port, a directory.
 * The message says what is wrong and what to do, and is printed alone, without a stack.
 */
export class StartError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'StartError';
  }
}
