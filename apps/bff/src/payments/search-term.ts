/** What a search text may mean. `like` texts are escaped: `%` and `_` stand for themselves. */
export type SearchTerm = {
  /** Trimmed, in small letters: what a field is compared with to say that it matched. */
  readonly text: string;
  /** Ids that begin with it, in the case it was typed and in both pure cases. */
  readonly prefixes: readonly string[];
  /** Any part of the searchable text; null for one or two characters, which would match everything. */
  readonly contains: string | null;
  /** A whole amount in minor units, when it reads as one. */
  readonly amount: number | null;
  /** A Swiss calendar day (YYYY-MM-DD), when it reads as one. */
  readonly day: string | null;
  /** The beginning of a step's XID, a TWINT order id or a whole ReqId, when it looks like one. */
  readonly stepId: string | null;
};

/** Reads what a person typed into the search field; null when it is blank. */
export function readSearchTerm(text: string): SearchTerm | null {
  const typed = text.trim();
  if (typed === '') return null;
  const escaped = typed.replace(/[\\%_]/g, (special) => `\\${special}`);
  const cases = [escaped, escaped.toLowerCase(), escaped.toUpperCase()];
  const long = typed.length >= 3;
  return {
    text: typed.toLowerCase(),
    prefixes: [...new Set(cases)].map((prefix) => `${prefix}%`),
    contains: long ? `%${escaped.toLowerCase()}%` : null,
    amount: long ? readAmount(typed) : null,
    day: readDay(typed),
    stepId: /^[0-9A-Za-z]{8,40}$/.test(typed) ? typed : null,
  };
}

/** `49.90`, `49,90`, `1'234.50`, `120`, with or without CHF before it. */
function readAmount(text: string): number | null {
  const plain = text.replace(/^CHF\s*/i, '').replace(/(\d)['’\u2009\u202f\u00a0 ](?=\d{3})/g, '$1');
  const match = /^(\d{1,8})(?:[.,](\d{2}|\d|[-–—]))?$/.exec(plain);
  if (match === null) return null;
  const [, francs = '', rest = ''] = match;
  return Number(francs) * 100 + (/^\d/.test(rest) ? Number(rest.padEnd(2, '0')) : 0);
}

/** `21.11.2026`, `1.2.26`, `2026-11-21`; null for what is no day of the calendar. */
function readDay(text: string): string | null {
  const swiss = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2}|\d{4})$/.exec(text);
  const [, day = '', month = '', year = ''] = swiss ?? [];
  const written = swiss
    ? `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : text;
  if (!/^(19[7-9]\d|2\d{3})-\d{2}-\d{2}$/.test(written)) return null;
  const midnight = Date.parse(`${written}T00:00:00Z`);
  const exists = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(written);
  return exists ? written : null;
}
