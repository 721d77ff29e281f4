import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { findReady } from './download-export.ts';
import type { CurrencyFigures } from './export-rows-store.ts';
import { nameFile } from './name-file.ts';

/** What a file holds, for programs and for proof: it lies beside the file, not in it. */
export type FileInfo = {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly merchant: string;
  readonly filter: string;
  /** ISO 8601, UTC. */
  readonly asOf: string;
  readonly timeZone: string;
  readonly columns: readonly string[];
  readonly personalData: boolean;
  /** Rows, and sums in minor units, per currency. */
  readonly figures: readonly CurrencyFigures[];
};

/** The facts of a file, or null where there is no file for this person. */
export async function describeFile(
  { clock, database }: Deps,
  person: Person,
  exportId: string,
): Promise<FileInfo | null> {
  const ready = await findReady(database.read, person, exportId, clock.now());
  if (ready === null || ready.facts === null) return null;
  const { asOf, bytes, definition, facts, personal, sha256 } = ready;
  return {
    file: nameFile(ready),
    bytes,
    sha256,
    merchant: facts.merchant,
    filter: facts.filter,
    asOf: new Date(asOf).toISOString(),
    timeZone: 'Europe/Zurich',
    columns: definition.columns,
    personalData: personal,
    figures: facts.figures,
  };
}
