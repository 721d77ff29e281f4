export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

/** Why a file holds no text that could be read. `spreadsheet`: a workbook, not a table in text form. */
export type TextProblem = 'empty' | 'spreadsheet' | 'not-text' | 'encoding';

export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: Encoding }
  | { readonly ok: false; readonly problem: TextProblem };

/** More than tab, line feed, form feed and carriage return: no table in text form has those. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;
/** Where windows-1252 has no letter: a file with one of these is written in something else. */
const UNASSIGNED = /[\u0080-\u009f]/;

/**
 * The text of a file: in `wanted`, or by its byte order mark, else UTF-8 where it is that, else
 * windows-1252, in which every byte sequence is some text. Never half a text: a byte that does not
 * belong to the encoding is a problem.
 */
export function decodeText(bytes: Uint8Array, wanted: Encoding | null = null): DecodedText {
  if (bytes.length === 0) return { ok: false, problem: 'empty' };
  if (isWorkbook(bytes)) return { ok: false, problem: 'spreadsheet' };
  const marked = markOf(bytes);
  const tried = wanted ?? marked;
  const encodings: readonly Encoding[] = tried === null ? ['utf-8', 'windows-1252'] : [tried];
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    if (text === null) continue;
    if (text.trim() === '') return { ok: false, problem: 'empty' };
    if (CONTROL.test(text)) return { ok: false, problem: 'not-text' };
    if (UNASSIGNED.test(text)) continue;
    return { ok: true, text, encoding };
  }
  return { ok: false, problem: 'encoding' };
}

function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function markOf(bytes: Uint8Array): Encoding | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** XLSX is a zip archive; XLS an OLE file. */
function isWorkbook([a, b, c, d]: Uint8Array): boolean {
  return (
    (a === 0x50 && b === 0x4b && c === 0x03 && d === 0x04) ||
    (a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0)
  );
}
