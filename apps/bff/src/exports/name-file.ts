import type { Export } from './export.ts';
import { showInstant } from './show.ts';
import { wordsIn } from './words-in.ts';

/** `payments_2026-11-21_091205_Europe-Zurich.csv`: what it holds, as of when, in which zone. */
export function nameFile({ asOf, createdAt, definition }: Export): string {
  const [date = '', time = ''] = showInstant(asOf ?? createdAt).split(' ');
  const day = date.split('.').reverse().join('-');
  const ending = definition.format === 'xlsx' ? 'xlsx' : 'csv';
  const name = wordsIn(definition.language).fileName;
  return `${name}_${day}_${time.replaceAll(':', '')}_Europe-Zurich.${ending}`;
}
