import { pseudoLocale } from '../ui/use-format.ts';

export const langs = ['en', 'de', 'fr', 'it'] as const;
export type Lang = (typeof langs)[number];
/** What may be stored as the choice of language; `pseudo` is for browser tests. */
export type LangChoice = Lang | 'pseudo';

const storageKey = 'desk.lang';

/** The stored choice, else the first of the browser's languages that we speak, else English. */
export function chooseLang(stored: string | null, browserLanguages: readonly string[]): LangChoice {
  if (stored === 'pseudo') return 'pseudo';
  const wanted = [stored ?? '', ...browserLanguages].map((tag) => tag.slice(0, 2).toLowerCase());
  for (const tag of wanted) {
    const known = langs.find((lang) => lang === tag);
    if (known !== undefined) return known;
  }
  return 'en';
}

export function readLangChoice(): LangChoice {
  return chooseLang(readStored(), navigator.languages);
}

export function storeLangChoice(choice: LangChoice): void {
  try {
    localStorage.setItem(storageKey, choice);
  } catch {
    // Storage may be blocked; the choice then lasts as long as the page.
  }
}

/** The BCP 47 tag for `<html lang>` and the message formatter. */
export function localeOf(choice: LangChoice): string {
  return choice === 'pseudo' ? pseudoLocale : choice;
}

function readStored(): string | null {
  try {
    if (new URLSearchParams(location.search).get('pseudo') === '1') return 'pseudo';
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}
