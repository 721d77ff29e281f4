import { oncePerKey } from './once-per-key.ts';

const noBreakSpace = '\u00A0';
const apostrophe = '\u2019';
const minusSign = '\u2212';
/** The gateway's amount field holds ten digits (n..10). */
const maxDigits = 10;

type MoneyOptions = {
  /** Leave the currency out where a heading names it. */
  readonly code?: boolean;
  readonly sign?: 'auto' | 'always';
};

/**
 * The one money format of all languages, `CHF 1’234.50`, from whole minor units.
 * `Intl` decides nothing but the number of decimals: its separators differ between engines.
 */
export function formatMoney(
  minor: number,
  currency = 'CHF',
  { code = true, sign = 'auto' }: MoneyOptions = {},
): string {
  const decimals = decimalsOf(currency);
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : `.${digits.slice(-decimals)}`;
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, apostrophe);
  const mark = minor < 0 ? minusSign : sign === 'always' && minor > 0 ? '+' : '';
  return `${code ? currency + noBreakSpace : ''}${mark}${grouped}${fraction}`;
}

/** The amount as files and machines want it: `1234.50`, `-1234.50`. */
export function toAmountText(minor: number, currency = 'CHF'): string {
  return formatMoney(minor, currency, { code: false })
    .replaceAll(apostrophe, '')
    .replace(minusSign, '-');
}

export type AmountProblem = 'empty' | 'negative' | 'chars' | 'ambiguous' | 'decimals' | 'too-long';
type ParsedAmount =
  | { readonly minor: number; readonly problem?: never }
  | { readonly minor?: never; readonly problem: AmountProblem };

/**
 * A typed or pasted amount in whole minor units, or what is wrong with it.
 * Takes `1234.5`, `1'234.50`, `1 234,50`, `.5`, `CHF 12.-`, `Fr. 9.95`; what can be read in two ways
 * (`1,234.50`, `1.234`) is asked about, never guessed.
 */
export function parseAmount(input: string, currency = 'CHF'): ParsedAmount {
  const decimals = decimalsOf(currency);
  const text = input
    .normalize('NFKC')
    .trim()
    .toUpperCase()
    .replace(/^(CHF|FR\.?|SFR\.?)|(CHF|FR\.?)$/g, '')
    .trim();
  if (text === '') return { problem: 'empty' };
  if (/^[-\u2212\u2013]/.test(text)) return { problem: 'negative' };

  const plain = text
    .replace(/[.,]\s*[-\u2013\u2014]+$/, '')
    .replace(/['\u2019\u2018`\u00B4\u02BC\s]/g, '');
  if (/[^0-9.,]/.test(plain)) return { problem: 'chars' };
  if ((plain.match(/[.,]/g) ?? []).length > 1) return { problem: 'ambiguous' };

  const [whole = '', fraction = ''] = plain.split(/[.,]/);
  if (whole === '' && fraction === '') return { problem: 'chars' };
  if (fraction.length > decimals) {
    return { problem: fraction.length === 3 ? 'ambiguous' : 'decimals' };
  }
  if (whole.length + decimals > maxDigits) return { problem: 'too-long' };
  return { minor: Number((whole || '0') + fraction.padEnd(decimals, '0')) };
}

const decimalsOf = oncePerKey((currency) => {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
});
