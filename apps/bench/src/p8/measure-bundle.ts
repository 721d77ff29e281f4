import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';

/** Bytes as brotli sends them. */
export type Piece = { readonly name: string; readonly bytes: number };
export type Bundle = { readonly first: readonly Piece[]; readonly later: readonly Piece[] };

/** The most that is allowed, bytes: the first view as a whole, and each later piece. */
export const bundleLimits = { first: 180_000, later: 60_000 } as const;

const folder = fileURLToPath(new URL('../../../dashboard/dist/client/', import.meta.url));

/**
 * The built dashboard: what the page itself names is there before anything is shown, everything
 * else is fetched by the screen that needs it.
 */
export function measureBundle(): Bundle {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const pieces = readdirSync(join(folder, 'assets'))
    .filter((name) => /\.(?:js|css)$/.test(name))
    .map((name) => ({ name, bytes: compressed(join(folder, 'assets', name)) }))
    .toSorted((a, b) => b.bytes - a.bytes);
  const isFirst = ({ name }: Piece) => page.includes(name);
  return { first: pieces.filter(isFirst), later: pieces.filter((piece) => !isFirst(piece)) };
}

function compressed(path: string): number {
  return brotliCompressSync(readFileSync(path)).length;
}
