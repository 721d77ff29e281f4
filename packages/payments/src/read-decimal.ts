/** What separates the cents in a table; `minor`: amounts are written in whole minor units. */
export type DecimalMark = '.' | ',' | 'minor';

/** How the amounts of a column are written; null where they can be read in two ways. */
export function detectDecimalMark(texts: readonly string[]): DecimalMark | null {
  const found = new Set<'.' | ','>();
  for (const text of texts) {
    const written = text.replace(/[^\d.,]/g, '');
    const last = /([.,])(\d*)$/.exec(written);
    if (last === null) continue;
    const [, mark, cents = ''] = last;
    const both = written.includes('.') && written.includes(',');
    // A mark that stands before three digits alone may as well group thousands.
    if (mark !== undefined && (both || cents.length <= 2)) found.add(mark as '.' | ',');
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** Bracket, sign, digits with their marks, sign behind, bracket. */
const shape = /^(\()?([-+−])?([\d.,’'\s]+)([-−])?(\))?$/;

/**
 * An amount in minor units of a currency with two decimals, negative in front, behind or in brackets;
 * null for what cannot be read in exactly one way. The other mark, apostrophes and spaces may group
 * thousands.
 */
export function readDecimal(text: string, mark: DecimalMark): number | null {
  const plain = text
    .trim()
    .replace(/^CHF\s*|\s*CHF$/i, '')
    .trim();
  const parts = shape.exec(plain);
  if (parts === null) return null;
  const [, open, sign, digits = '', behind, close] = parts;
  if ((open === undefined) !== (close === undefined)) return null;
  const minor = mark === 'minor' ? readWhole(digits) : readCents(digits, mark);
  if (minor === null || !Number.isSafeInteger(minor)) return null;
  const signs = [open, behind, sign === '+' ? undefined : sign];
  const negatives = signs.filter((one) => one !== undefined).length;
  if (negatives > 1) return null;
  return negatives === 1 && minor !== 0 ? -minor : minor;
}

function readWhole(digits: string): number | null {
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null;
}

/** Whole francs, grouped or not, and their centimes. */
const grouped = {
  '.': /^(\d{1,3}(?:[,’'\s]\d{3})+|\d{1,12})(?:\.(\d{1,2}))?$/,
  ',': /^(\d{1,3}(?:[.’'\s]\d{3})+|\d{1,12})(?:,(\d{1,2}))?$/,
} as const;

function readCents(digits: string, mark: '.' | ','): number | null {
  const parts = grouped[mark].exec(digits.trim());
  if (parts === null) return null;
  const [, whole = '', cents = ''] = parts;
  return Number(whole.replace(/\D/g, '')) * 100 + Number(cents.padEnd(2, '0'));
}
