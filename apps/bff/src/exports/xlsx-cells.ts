import { type ExportColumn, exportColumnFacts } from 'paygate-payments';

/** Places of `cellXfs` in `xlsx-parts.ts`. */
export const cellStyle = { plain: 0, heading: 1, amount: 2, instant: 3, count: 4 } as const;

const CONTROL = /[\p{Cc}\ufffe\uffff]/gu;
const FIRST_ALLOWED = 0x7f;

/** A text for XML. What XML cannot hold, and what looks like such an escape, is written `_x0001_`. */
export function xmlText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(CONTROL, escapeControl)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function escapeControl(letter: string): string {
  const code = letter.charCodeAt(0);
  const isAllowed = '\t\n'.includes(letter) || (code >= FIRST_ALLOWED && code < 0xfffe);
  return isAllowed ? letter : `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** A cell that is a text whatever it looks like: never a formula, a number or a link. */
export function textCell(text: string, style: number = cellStyle.plain): string {
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${xmlText(text)}</t></is></c>`;
}

/** A number cell; `digits` as the database wrote them. */
export function numberCell(digits: string | number, style: number): string {
  return `<c s="${style}"><v>${digits}</v></c>`;
}

const EMPTY = '<c/>';
/** What COPY writes where there is no value. */
export const MISSING = '\\N';

/** How each column of a row becomes XML, decided once per file. */
export function cellWriters(
  columns: readonly ExportColumn[],
): readonly ((value: string) => string)[] {
  return columns.map((column) => {
    const { kind } = exportColumnFacts[column];
    if (kind === 'amount') return numberIn(cellStyle.amount);
    return kind === 'instant' ? numberIn(cellStyle.instant) : textIn;
  });
}

function numberIn(style: number): (value: string) => string {
  return (value) => (value === MISSING ? EMPTY : numberCell(value, style));
}

function textIn(value: string): string {
  return value === MISSING ? EMPTY : textCell(unescapeCopy(value));
}

const ESCAPES: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

/** Undoes what COPY's text format does to a value. */
function unescapeCopy(value: string): string {
  if (!value.includes('\\')) return value;
  return value.replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter);
}
