export const refNrMaxLength = 40;

const umlauts: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae' };

/** Which rule of the reference a text breaks; null for a fine or an empty one. */
export function refNrProblem(text: string): 'refNrChars' | 'refNrLong' | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return 'refNrChars';
  return text.length > refNrMaxLength ? 'refNrLong' : null;
}

/** A reference the gateway takes that looks like `text`; null when nothing useful is left. Never applied by itself. */
export function suggestRefNr(text: string): string | null {
  const plain = text
    .trim()
    .replace(/[äöüßæ]/gi, (letter) => {
      const written = umlauts[letter.toLowerCase()] ?? '';
      const isUpper = letter !== letter.toLowerCase();
      return isUpper ? written.charAt(0).toUpperCase() + written.slice(1) : written;
    })
    .normalize('NFD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, refNrMaxLength);
  return plain === '' || plain === text ? null : plain;
}
