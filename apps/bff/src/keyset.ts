import { z } from 'zod';

/** Where a page ended: the instant (ms UTC) and the id of its last row. */
export type Keyset = { readonly at: number; readonly id: string };

/** An opaque cursor for a list in the order of time. */
export function encodeKeyset({ at, id }: Keyset): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/** Reads such a cursor, whose ids are of the form `id`; null for any other text. */
export function decodeKeyset(cursor: string, id: z.ZodType<string>): Keyset | null {
  try {
    const text = Buffer.from(cursor, 'base64url').toString('utf8');
    const { data } = z.tuple([z.int(), id]).safeParse(JSON.parse(text));
    return data === undefined ? null : { at: data[0], id: data[1] };
  } catch {
    return null;
  }
}

/** The two parameters of a row comparison with where the last page ended; both null at the beginning. */
export function keysetEdge(after: Keyset | null): [at: Date | null, id: string | null] {
  return after === null ? [null, null] : [new Date(after.at), after.id];
}
