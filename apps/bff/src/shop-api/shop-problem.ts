/**
 * Every way in which a request of a shop is turned away: the status, and in words what was wrong and
 * what to do. The code is stable, the words are not.
 */
export const shopProblems = {
  'malformed-json': [400, 'The body is no JSON', 'Send one JSON object, encoded in UTF-8.'],
  'key-missing': [
    401,
    'No key',
    'Send your key in the header "Authorization: Bearer desk_…". Keys are made in Paygate Desk, on the page of the connection.',
  ],
  'key-unknown': [
    401,
    'Unknown key',
    'No key like this exists. Compare its beginning with the list of keys in Paygate Desk, or make a new one there.',
  ],
  'key-expired': [
    401,
    'The key has run out',
    'It was replaced, and its time is over. Use the key that was made in its place.',
  ],
  'key-revoked': [
    401,
    'The key was revoked',
    'Somebody ended it in Paygate Desk. Make a new one there if it is still needed.',
  ],
  'right-missing': [
    403,
    'The key lacks the right',
    'Use a key that has it, or make one in Paygate Desk.',
  ],
  'no-such-payment': [
    404,
    'No such payment',
    'The connection of this key has no payment of this name that was created here. Compare the TransID or PayID.',
  ],
  'no-such-endpoint': [404, 'No such address', 'See /api/v1/openapi.json for those that exist.'],
  'method-not-allowed': [405, 'Not this method', 'The header Allow names those that are.'],
  'trans-id-reused': [
    409,
    'The TransID stands for another request',
    'A payment with this TransID was created with other content. Give each payment a TransID of its own; to repeat a request, send exactly the same.',
  ],
  'trans-id-taken': [
    409,
    'The TransID is taken',
    'Another payment of this connection, not created here, has this TransID already. Choose another one.',
  ],
  'too-large': [413, 'The body is too large', 'A request has 16 KB at most.'],
  'not-json': [415, 'Not JSON', 'Send the body with the header "Content-Type: application/json".'],
  'invalid-request': [
    422,
    'Some fields cannot be taken as they are',
    'Correct the fields in "errors" and send the request again; nothing was created.',
  ],
  'too-many-requests': [
    429,
    'Too many requests',
    'Wait as many seconds as the header Retry-After says, then send the same request again.',
  ],
  internal: [
    500,
    'Something failed here',
    'Send the same request again; it cannot create a second payment. If it stays, tell us the requestId.',
  ],
  unavailable: [
    503,
    'Not available at this moment',
    'Send the same request again in a few seconds; it cannot create a second payment.',
  ],
} as const satisfies Readonly<Record<string, readonly [number, string, string]>>;

export type ShopProblemCode = keyof typeof shopProblems;

/** A field, named as in the request, e.g. `returnUrls.success`, and what is wrong with it. */
export type FieldProblem = { readonly field: string; readonly detail: string };

/** Turns a request away. `errors` name the fields where it is about some. */
export class ShopProblem extends Error {
  override readonly name = 'ShopProblem';
  readonly code: ShopProblemCode;
  readonly errors: readonly FieldProblem[];

  constructor(code: ShopProblemCode, errors: readonly FieldProblem[] = []) {
    super(code);
    this.code = code;
    this.errors = errors;
  }
}

/** One field that only the use case could check. */
export function badField(field: string, detail: string): ShopProblem {
  return new ShopProblem('invalid-request', [{ field, detail }]);
}
