import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asks for. */
export type BenchCommand = {
  /** Ids of figures; none: all. */
  readonly wanted: readonly string[];
  /** Payments to be made where the data directory has none. */
  readonly rows: number;
  /** A data directory to be kept; null: one of its own, removed at the end. */
  readonly dataDir: string | null;
};

/** Reads the command line; null for one that names an unknown figure or no number of rows. */
export function readBenchCommand(known: readonly string[]): BenchCommand | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rows: { type: 'string', default: '1000000' }, data: { type: 'string' } },
  });
  const wanted = positionals.map((name) => name.toUpperCase());
  if (wanted.some((name) => !known.includes(name)) || !/^[1-9]\d{0,7}$/.test(values.rows))
    return null;
  const dataDir = values.data === undefined ? null : resolve(values.data);
  return { wanted, rows: Number(values.rows), dataDir };
}
