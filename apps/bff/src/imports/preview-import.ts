import type { Deps } from '../deps.ts';
import { type ImportLine, type LineState, lineStates } from './import.ts';
import type { PreviewImportInput } from './import-input.ts';
import type { PreviewView } from './import-view.ts';
import { type Importing, readList } from './read-list.ts';

const SAMPLE = 5;
const PROBLEMS_SHOWN = 50;

/** Reads a list and says what is wrong with it; asks nothing and keeps nothing. */
export async function previewImport(
  deps: Deps,
  importing: Importing,
  input: PreviewImportInput,
): Promise<PreviewView> {
  const { lines, name, encoding, separator, undated } = await readList(deps, importing, input);
  return {
    name,
    encoding,
    separator,
    undated,
    lines: lines.length,
    counts: countsOf(lines.map(({ state }) => ({ state, count: 1 }))),
    sample: lines.filter(({ state }) => state === 'waiting').slice(0, SAMPLE),
    problems: lines.filter(isFaulty).slice(0, PROBLEMS_SHOWN),
  };
}

/** How many there are of each state, those without any too. */
export function countsOf(
  told: readonly { readonly state: LineState; readonly count: number }[],
): Record<LineState, number> {
  const none = Object.fromEntries(lineStates.map((state) => [state, 0]));
  const counts = none as Record<LineState, number>;
  for (const { state, count } of told) counts[state] += count;
  return counts;
}

function isFaulty({ state }: ImportLine): boolean {
  return state !== 'waiting';
}
