import { z } from 'zod';

/** Where a page ended: the instant (ms UTC) and the id of its last row. */
export type Keyset = { readonly at: number; readonly id: string };

const content = z.tuple([z.int(), z.string()]);

/** An opaque cursor for a list in the order of time. */
export function encodeKeyset({ at, id }: Keyset): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** Reads such a cursor; null for any other text. */
export function decodeKeyset(cursor: string): Keyset | null {
  try {
    const parsed = content.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return parsed.success ? { at: parsed.data[0], id: parsed.data[1] } : null;
  } catch {
    return null;
  }
}
