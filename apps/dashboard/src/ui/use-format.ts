import { useLocale } from 'use-intl';
import { formatBytes, formatCount } from './count.ts';
import { formatDay, formatInstant, formatRelative, formatTime } from './date.ts';
import { formatMoney } from './money.ts';
import { useNow } from './now.tsx';

/** The locale in which every text is wrapped, so that a browser test finds what is not. */
export const pseudoLocale = 'en-x-pseudo';

/** Marks a text as one that came through the catalog or a formatter. */
export const markPseudo = (text: string): string => `⟦${text}⟧`;

/** The formatters in the language of the screen. Instants in ms, UTC; amounts in minor units. */
export function useFormat() {
  const locale = useLocale();
  const now = useNow();
  const lang = locale.slice(0, 2);
  const mark = locale === pseudoLocale ? markPseudo : (text: string) => text;

  return {
    lang,
    now,
    /** `CHF 1’234.50` */
    money: (minor: number, currency?: string) => mark(formatMoney(minor, currency)),
    /** `1’234.50`, under a heading that names the currency */
    amount: (minor: number, currency?: string) => formatMoney(minor, currency, { code: false }),
    /** `12’480` */
    count: formatCount,
    /** `3.1 MB` */
    bytes: (bytes: number) => mark(formatBytes(bytes)),
    /** `Sat 21.11.2026, 09:12` */
    instant: (at: number) => mark(formatInstant(at, lang)),
    /** `Sat 21.11., 09:12` while it is this year */
    shortInstant: (at: number) => mark(formatInstant(at, lang, { shortIn: now })),
    /** `21.11.2026` */
    day: formatDay,
    /** `09:12` */
    time: formatTime,
    /** `in 47 hours`, counted from the business clock */
    relative: (at: number) => mark(formatRelative(at - now, lang)),
  };
}
