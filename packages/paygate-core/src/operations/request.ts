import type { z } from 'zod';
import { seal } from '../wire/envelope.ts';
import type { Pair, Parameters } from '../wire/parameters.ts';
import { WireError } from '../wire/wire-error.ts';
import type { Credentials } from './credentials.ts';

/** The rule a message breaks: the parameter's wire name and what its value has to be. */
export type BrokenRule = { readonly parameter: string; readonly rule: string };

/**
 * The POST body of a request: `MerchantID` in clear beside `Len` and `Data`. The clear merchant id is
 * the sealed one, which is what both documents ask for.
 */
export function requestBody(credentials: Credentials, parameters: Iterable<Pair>): string {
  const { len, data } = seal(credentials.cipher, parameters);

  return `MerchantID=${encodeURIComponent(credentials.merchantId)}&Len=${len}&Data=${data}`;
}

/**
 * Reads a received message against a schema of wire names; unknown names are ignored.
 * Answers the first broken rule instead of throwing: what others send is never a bug of ours.
 */
export function readFields<Schema extends z.ZodObject>(
  schema: Schema,
  parameters: Parameters,
):
  | { readonly ok: true; readonly fields: z.output<Schema> }
  | ({ readonly ok: false } & BrokenRule) {
  const values = Object.keys(schema.shape).map((name) => [name, parameters.get(name)]);
  const parsed = schema.safeParse(Object.fromEntries(values));
  if (parsed.success) return { ok: true, fields: parsed.data };

  return { ok: false, ...brokenRule(parsed.error) };
}

/**
 * Checks the fields of a request of ours and answers them as ordered pairs; absent ones stay away.
 * @throws WireError with the first field that breaks its format.
 */
export function checkedPairs(
  schema: z.ZodObject,
  fields: Readonly<Record<string, string | number | null | undefined>>,
): Pair[] {
  const present = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [[name, String(value)]],
  );
  const parsed = schema.safeParse(Object.fromEntries(present));
  if (!parsed.success) {
    const { parameter, rule } = brokenRule(parsed.error);
    throw new WireError(parameter, rule);
  }

  return present.map(([name = '']): Pair => [name, String(parsed.data[name])]);
}

function brokenRule(error: z.ZodError): BrokenRule {
  const [issue] = error.issues;
  if (issue?.code === 'unrecognized_keys') {
    return { parameter: issue.keys[0] ?? '', rule: 'not a parameter of this request' };
  }

  return { parameter: String(issue?.path[0] ?? ''), rule: issue?.message ?? 'invalid' };
}
