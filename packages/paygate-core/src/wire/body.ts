import {
  type Pair,
  type PairsFailure,
  type Parameters,
  parsePairs,
  splitPair,
} from './parameters.ts';

/**
 * The clear part of a callback or an answer. `rest` holds what stands beside `Len` and `Data`
 * (Plain, expanded Custom pairs, anything a browser added): raw, not URL-decoded, never authentic.
 */
export type Body =
  | {
      readonly kind: 'sealed';
      readonly len: string | undefined;
      readonly data: string;
      readonly rest: readonly Pair[];
    }
  | { readonly kind: 'plain'; readonly parameters: Parameters }
  | { readonly kind: 'unreadable'; readonly why: BodyFailure };

export type BodyFailure = PairsFailure | 'data-missing';

/**
 * Reads a form body, a query string or an answer: finds `Len=…&Data=…`, or the pairs of an
 * unencrypted answer, which start at `mid=` or `MerchantID=`. Text in front of them is skipped.
 *
 * A second `Len` or `Data` (a Custom value can smuggle one in) refuses the whole body.
 */
export function parseBody(body: string): Body {
  const text = body.trim();
  const start = /^\w+=/.test(text) ? 0 : text.search(firstPair);
  if (start === -1) return { kind: 'unreadable', why: 'not-pairs' };
  const pairsText = text
    .slice(start)
    .replace(/^[^a-z]/i, '')
    .trimEnd();
  const pairs = pairsText
    .split('&')
    .filter((part) => part !== '')
    .map(splitPair);

  const lens = pick(pairs, 'len');
  const datas = pick(pairs, 'data');
  if (lens.length > 1 || datas.length > 1) return { kind: 'unreadable', why: 'duplicate-name' };

  const [data] = datas;
  if (data !== undefined) {
    const rest = pairs.filter(([name]) => !/^(?:len|data)$/i.test(name));
    return { kind: 'sealed', len: lens[0], data, rest };
  }
  if (lens.length > 0) return { kind: 'unreadable', why: 'data-missing' };

  if (![...pick(pairs, 'mid'), ...pick(pairs, 'merchantid')].length) {
    return { kind: 'unreadable', why: 'not-pairs' };
  }
  const parameters = parsePairs(pairsText);
  if (typeof parameters === 'string') return { kind: 'unreadable', why: parameters };

  return { kind: 'plain', parameters };
}

/** `=` in front would be the value of another pair, a letter or digit the tail of another name. */
const firstPair = /(?:^|[^a-z0-9_=])(?:len|data|mid|merchantid)=/i;

function pick(pairs: readonly Pair[], wanted: string): readonly string[] {
  return pairs.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
}
