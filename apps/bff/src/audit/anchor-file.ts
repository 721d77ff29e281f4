import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { StartError } from '../start-error.ts';
import { errorCode } from '../storage/data-directory.ts';
import type { ChainHead } from './audit-store.ts';
import type { ChainReport } from './check-chain.ts';

const anchor = z.strictObject({
  merchant: z.int().positive(),
  seq: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
});

/** Where each merchant's chain ended when the file was written; nothing where there is no file yet. */
export function readAnchor(path: string): readonly ChainHead[] {
  const text = readText(path);
  if (text === null) return [];
  try {
    const lines = text.split('\n').filter((line) => line !== '');
    return lines.map((line) => {
      const { merchant, seq, hash } = anchor.parse(JSON.parse(line));
      return { merchantId: merchant, seq, hash };
    });
  } catch (error) {
    throw new StartError(
      `${path} is not an anchor of audit:verify. Name the file it wrote, or one that does not exist.`,
      { cause: error },
    );
  }
}

/** Writes down where each chain ends, one line of JSON per merchant: whole or not at all. */
export function writeAnchor(path: string, reports: readonly ChainReport[], at: number): void {
  const written = new Date(at).toISOString();
  const lines = reports
    .filter(({ lines: count }) => count > 0)
    .map(({ merchantId, lines: seq, hash }) =>
      JSON.stringify({ merchant: merchantId, seq, hash, at: written }),
    );
  const draft = `${path}.new`;
  try {
    writeFileSync(draft, lines.map((line) => `${line}\n`).join(''), { flush: true });
    renameSync(draft, path);
  } catch (error) {
    throw new StartError(`The anchor ${path} could not be written (${errorCode(error)}).`, {
      cause: error,
    });
  }
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new StartError(`The anchor ${path} could not be read (${errorCode(error)}).`, {
      cause: error,
    });
  }
}
