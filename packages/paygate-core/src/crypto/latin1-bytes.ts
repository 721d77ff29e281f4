/**
 * A key, or the input of a MAC, as the bytes the gateway sees: one byte per character.
 * @throws RangeError naming `what` if a character has no such byte; the text itself is never shown.
 */
export function latin1Bytes(text: string, what: string): Uint8Array {
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) > 0xff)
      throw new RangeError(`The ${what} holds a non-Latin-1 character`);
  }

  return Buffer.from(text, 'latin1');
}
