import type { ExportLanguage, ExportWords } from './export-words.ts';
import { de } from './export-words-de.ts';
import { en } from './export-words-en.ts';
import { fr } from './export-words-fr.ts';
import { it } from './export-words-it.ts';

const catalog: Readonly<Record<ExportLanguage, ExportWords>> = { en, de, fr, it };

/** The words of a file in one language. */
export function wordsIn(language: ExportLanguage): ExportWords {
  return catalog[language];
}
