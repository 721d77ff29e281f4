/** What a search text may mean. `like` texts are escaped: `%` and `_` stand for themselves. */
export type SearchTerm = {
  /** Ids that begin with it, in the case it was typed and in both pure cases. */
  readonly prefixes: readonly string[];
  /** Any part of the searchable text; null for one or two characters, which would match everything. */
  readonly contains: string | null;
  /** A whole amount in minor units, when it reads as one. */
  readonly amount: number | null;
  /** A whole id of 32 characters: it may name a request of ours. */
  readonly reqId: string | null;
};

/** Reads what a person typed into the search field; null when it is blank. */
export function readSearchTerm(text: string): SearchTerm | null {
  const typed = text.trim();
  if (typed === '') return null;
  const escaped = typed.replace(/[\\%_]/g, (special) => `\\${special}`);
  const cases = [escaped, escaped.toLowerCase(), escaped.toUpperCase()];
  const long = typed.length >= 3;
  return {
    prefixes: [...new Set(cases)].map((prefix) => `${prefix}%`),
    contains: long ? `%${escaped.toLowerCase()}%` : null,
    amount: long ? readAmount(typed) : null,
    reqId: /^[0-9A-Fa-f]{32}$/.test(typed) ? typed.toLowerCase() : null,
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
