/** The pairs of one message. Names are looked up without regard to case; order is kept. */
export type Parameters = {
  readonly get: (name: string) => string | undefined;
  readonly entries: () => readonly Pair[];
};

export type Pair = readonly [name: string, value: string];

/** Why a text is not a list of pairs. */
export type PairsFailure = 'not-pairs' | 'duplicate-name';

/**
 * Splits `name=value&…` at each `&` and at the first `=` of each part; values stay as they are.
 *
 * A name that occurs twice, in whatever case, refuses the whole message: two readers could pick
 * different ones. Control characters in a name, or no `=` at all, mean that this is no such text
 * (typically: opened with the wrong key).
 */
export function parsePairs(text: string): Parameters | PairsFailure {
  if (!text.includes('=')) return 'not-pairs';

  const pairs: Pair[] = [];
  const values = new Map<string, string>();
  for (const part of text.split('&')) {
    if (part === '') continue;
    const [name, value] = splitPair(part);
    if (hasControls(name)) return 'not-pairs';
    const key = name.toLowerCase();
    if (values.has(key)) return 'duplicate-name';
    values.set(key, value);
    pairs.push([name, value]);
  }

  return { get: (name) => values.get(name.toLowerCase()), entries: () => pairs };
}

/** One part at its first `=`; without one the value is empty. */
export function splitPair(part: string): Pair {
  const border = part.indexOf('=');

  return border === -1 ? [part, ''] : [part.slice(0, border), part.slice(border + 1)];
}

function hasControls(name: string): boolean {
  return !/^[\x20-\x7e\xa0-\uffff]*$/.test(name);
}
