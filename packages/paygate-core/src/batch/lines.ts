import { BatchError } from './batch-error.ts';

const CR = 0x0d;
const LF = 0x0a;
/** Far above the longest record: 1 + 9 fields of at most 64 characters. */
const LONGEST_LINE = 400;
const BYTE_ORDER_MARKS = [
  [0xef, 0xbb, 0xbf],
  [0xfe, 0xff],
  [0xff, 0xfe],
];

/**
 * The lines of a file that arrives in pieces, numbered from 1; never holds more than one line. CRLF
 * and LF end a line alike, and the last one may lack its end.
 * @throws BatchError for anything but printable ASCII, an empty line or one that is too long.
 */
export function* splitLines(
  pieces: Iterable<Uint8Array>,
): Generator<{ readonly line: number; readonly text: string }> {
  const buffer = Buffer.alloc(LONGEST_LINE);
  let length = 0;
  let line = 1;
  let isCarried = false;
  for (const piece of pieces) {
    for (const byte of piece) {
      if (byte === LF) {
        yield { line, text: take(buffer, length, line) };
        length = 0;
        isCarried = false;
        line += 1;
        continue;
      }
      if (isCarried) throw new BatchError(line, 'line', 'line-end');
      if (byte === CR) {
        isCarried = true;
        continue;
      }
      if (byte < 0x20 || byte > 0x7e) throw new BatchError(line, 'line', notAscii(piece, line));
      if (length === LONGEST_LINE) throw new BatchError(line, 'line', 'line-too-long');
      buffer[length] = byte;
      length += 1;
    }
  }
  if (length > 0 || isCarried) yield { line, text: take(buffer, length, line) };
}

function take(buffer: Buffer, length: number, line: number): string {
  if (length === 0) throw new BatchError(line, 'line', 'empty-line');
  return buffer.toString('latin1', 0, length);
}

function notAscii(piece: Uint8Array, line: number): 'byte-order-mark' | 'encoding' {
  const marked = BYTE_ORDER_MARKS.some((mark) => mark.every((byte, at) => piece[at] === byte));
  return marked && line === 1 ? 'byte-order-mark' : 'encoding';
}
