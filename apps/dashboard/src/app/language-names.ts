import type { Lang } from '../words/lang.ts';

/** Each language in its own words, so that everyone finds theirs; the same in every catalog. */
export const languageNames: Record<Lang, string> = {
  en: 'English',
  de: 'Deutsch',
  fr: 'Français',
  it: 'Italiano',
};
