/** Letters and digits begin no formula: most texts are through after one look. */
const HARMLESS = /^[A-Za-z0-9]/;

/**
 * What a spreadsheet might take for the start of a formula: `=`, `+`, `-`, `@` and their wide twins,
 * behind blanks or not, and any control character. Understood alike by JavaScript and PostgreSQL.
 */
export const FORMULA_START =
  '^([\\s\\u00a0\\u1680\\u2000-\\u200f\\u2028-\\u202f\\u205f-\\u2064\\u3000\\ufeff]*' +
  '[=+@|%\\uff1d\\uff0b\\uff20\\ufe62\\ufe66\\ufe6b\\uff0d\\ufe63\\u2212-]|[\\u0001-\\u001f\\u007f-\\u009f])';
const formulaStart = new RegExp(FORMULA_START);

/**
 * A text as a CSV cell that no spreadsheet takes for a formula: where it could be taken for one, an
 * apostrophe stands before it. `cell-store.ts` does the same to rows.
 */
export function neutralize(text: string): string {
  return !HARMLESS.test(text) && formulaStart.test(text) ? `'${text}` : text;
}
