import { closeSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { JournalEvent } from './events.ts';

export type Journal = {
  /** What an earlier run left behind, oldest first. */
  readonly past: readonly JournalEvent[];
  append(events: readonly JournalEvent[]): void;
  close(): void;
};

/**
 * Opens `<dataDir>/journal.jsonl`, or a journal that only lives in memory when `dataDir` is null.
 * Events of one call are written with one system call, so a killed process leaves whole lines;
 * half a last line (a torn write) is cut off and forgotten.
 */
export function openJournal(dataDir: string | null): Journal {
  if (dataDir === null) return { past: [], append: () => {}, close: () => {} };
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, 'journal.jsonl');
  const past = readPast(path);
  const file = openSync(path, 'a');
  return {
    past,
    append(events) {
      const bytes = Buffer.from(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
      let written = 0;
      while (written < bytes.length) written += writeSync(file, bytes, written);
    },
    close: () => closeSync(file),
  };
}

function readPast(path: string): JournalEvent[] {
  const bytes = readOrNothing(path);
  const end = bytes.lastIndexOf(0x0a) + 1;
  if (end < bytes.length) truncateSync(path, end);
  const lines = bytes.toString('utf8', 0, end).split('\n');
  return lines.flatMap((line, index) => (line === '' ? [] : [parseLine(line, index + 1, path)]));
}

function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      return Buffer.alloc(0);
    throw error;
  }
}

function parseLine(line: string, number: number, path: string): JournalEvent {
  try {
    // The file is written by this process alone; its shape is the union above.
    return JSON.parse(line) as JournalEvent;
  } catch (cause) {
    throw new Error(`${path} line ${number} is not JSON: remove the file to start empty`, {
      cause,
    });
  }
}
