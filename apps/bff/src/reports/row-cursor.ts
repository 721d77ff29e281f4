import { z } from 'zod';
import type { RowPosition } from './report-row-store.ts';

const content = z.tuple([z.int(), z.uuid(), z.int()]);

/** An opaque name of the row a page ended with. */
export function encodeRowCursor({ at, paymentId, seq }: RowPosition): string {
  return Buffer.from(JSON.stringify([at, paymentId, seq])).toString('base64url');
}

/** Null for any text that is not such a name. */
export function decodeRowCursor(cursor: string): RowPosition | null {
  try {
    const [at, paymentId, seq] = content.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
    return { at, paymentId, seq };
  } catch {
    return null;
  }
}
