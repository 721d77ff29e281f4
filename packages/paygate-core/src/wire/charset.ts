/**
 * Free text in the gateway's character set, by rule: what ISO-8859-1 lacks but plain letters can say
 * is replaced (euro sign, curly quotes, long dashes, oe ligatures, ellipsis), accents are composed,
 * a no-break space stays. Anything else is left in place for `toLatin1` to refuse.
 */
export function transliterate(text: string): string {
  return text.normalize('NFC').replace(replaceable, (character) => {
    if (character >= '\u2010' && character <= '\u2015') return '-';
    if (character >= '\u2018' && character <= '\u201b') return "'";
    if (character >= '\u201c' && character <= '\u201f') return '"';

    return spelledOut.get(character) ?? character;
  });
}

/**
 * The bytes of a text, one per character.
 * @throws RangeError for control characters, the bytes 0x80–0x9F (where ISO-8859-1 and windows-1252
 * disagree) and everything ISO-8859-1 lacks; nothing is ever turned into a question mark.
 */
export function toLatin1(text: string): Uint8Array {
  if (!isLatin1(text)) throw new RangeError('The text has characters that ISO-8859-1 cannot carry');

  return Buffer.from(text, 'latin1');
}

/** Whether every character is printable in ISO-8859-1. */
export function isLatin1(text: string): boolean {
  return /^[\x20-\x7e\xa0-\xff]*$/.test(text);
}

const replaceable = /[\u2010-\u2015\u2018-\u201f\u2212\u20ac\u2026\u0152\u0153]/g;

const spelledOut = new Map([
  ['\u20ac', 'EUR'],
  ['\u2026', '...'],
  ['\u2212', '-'],
  ['\u0152', 'OE'],
  ['\u0153', 'oe'],
]);
