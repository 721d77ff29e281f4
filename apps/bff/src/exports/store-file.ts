import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { constants, zstdCompress, zstdDecompress } from 'node:zlib';
import type { Sql } from '../storage/database.ts';
import type { Claim } from './export.ts';
import { insertChunk, selectChunk } from './export-chunk-store.ts';

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** Bytes of the file in one chunk: large enough for few statements, small enough for the memory. */
const CHUNK = 1024 * 1024;

/** The fastest level; text still becomes a fifth, and what is compressed already stays as it is. */
const FAST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

export type StoredFile = { readonly bytes: number; readonly sha256: string };

/**
 * Stores a file piece by piece and tells its size and SHA-256. While one chunk is compressed and
 * written the next is gathered, never more than two. Stops with `signal`'s reason.
 */
export async function storeFile(
  sql: Sql,
  claim: Claim,
  file: AsyncIterable<Buffer>,
  signal: AbortSignal,
): Promise<StoredFile> {
  const digest = createHash('sha256');
  let seq = 0;
  let bytes = 0;
  let gathered: Buffer[] = [];
  let size = 0;
  let writing: Promise<void> = Promise.resolve();

  const flush = async (): Promise<void> => {
    const whole = Buffer.concat(gathered, size);
    gathered = [];
    size = 0;
    await writing;
    signal.throwIfAborted();
    const at = seq;
    seq += 1;
    writing = compress(whole, FAST).then((body) => insertChunk(sql, claim, { seq: at, body }));
    // Whoever awaits it next is told; until then it is no unhandled one.
    writing.catch(() => undefined);
  };
  try {
    for await (const piece of file) {
      digest.update(piece);
      bytes += piece.length;
      gathered.push(piece);
      size += piece.length;
      if (size >= CHUNK) await flush();
    }
    if (size > 0) await flush();
  } finally {
    // A statement that is on its way must not write behind whoever cleans up.
    await writing.catch(() => undefined);
  }
  await writing;
  signal.throwIfAborted();
  return { bytes, sha256: digest.digest('hex') };
}

/**
 * The stored file, piece by piece, as it was written: while one is sent the next is fetched.
 * @throws when it went away meanwhile.
 */
export async function* readFile(
  sql: Sql,
  claim: Claim,
  { bytes }: Pick<StoredFile, 'bytes'>,
): AsyncGenerator<Buffer> {
  const read = (seq: number): Promise<Buffer> => {
    const reading = readChunk(sql, claim, seq);
    // Whoever awaits it next is told; until then it is no unhandled one.
    reading.catch(() => undefined);
    return reading;
  };
  let left = bytes;
  let next = read(0);
  for (let seq = 1; left > 0; seq += 1) {
    const piece = await next;
    left -= piece.length;
    if (left > 0) next = read(seq);
    yield piece;
  }
}

async function readChunk(sql: Sql, claim: Claim, seq: number): Promise<Buffer> {
  const body = await selectChunk(sql, claim, seq);
  if (body === null) throw new Error(`export ${claim.id} ended before its last byte`);
  return decompress(body);
}
