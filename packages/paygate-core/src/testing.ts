import type { Credentials } from './operations/credentials.ts';
import recorded from './vectors.json' with { type: 'json' };
import type { Pair, Parameters } from './wire/parameters.ts';
import { createCipher } from './wire/wire-cipher.ts';

/** The merchant of the recorded messages in vectors.json. */
export const credentials: Credentials = {
  merchantId: 'demo_twint_chf',
  cipher: createCipher('blowfish', 'TwintTestKey#016'),
  macKey: '0123456789abcdefghijklmnopqrstuv',
};

export const payId = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
export const transId = 'ORDER-2024-000042';

/** A received message, without the detour over the cipher. */
export function message(fields: Readonly<Record<string, string>>): Parameters {
  const pairs: Pair[] = Object.entries(fields);

  return {
    get: (name) => pairs.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1],
    entries: () => pairs,
  };
}

/** A whole message of vectors.json by its id. */
export function recordedMessage(id: string): { readonly Len: number; readonly Data: string } {
  const found = recorded.vectors.find((vector) => vector.id === id)?.expected;
  if (typeof found !== 'object') throw new Error(`vectors.json has no message ${id}`);

  return found;
}
