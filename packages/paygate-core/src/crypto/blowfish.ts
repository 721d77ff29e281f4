import { pArray, sBoxes } from './blowfish-tables.ts';
import { latin1Bytes } from './latin1-bytes.ts';

/** Blowfish in ECB mode with one prepared key. Both directions want whole blocks of 8 bytes. */
export type Blowfish = {
  readonly encrypt: (plain: Uint8Array) => Uint8Array;
  readonly decrypt: (cipher: Uint8Array) => Uint8Array;
};

/**
 * Prepares a key; the costly schedule is computed once and serves any number of messages.
 *
 * A string is taken as Latin-1 bytes, which is how the gateway reads its password.
 * @throws RangeError unless the key has 4 to 56 bytes, or the text is not a multiple of 8 bytes.
 */
export function createBlowfish(key: Uint8Array | string): Blowfish {
  const bytes = typeof key === 'string' ? latin1Bytes(key, 'key') : key;
  if (bytes.length < 4 || bytes.length > 56) {
    throw new RangeError(`A Blowfish key has 4 to 56 bytes, this one has ${bytes.length}`);
  }

  const boxes = Int32Array.from(sBoxes);
  const forward = schedule(bytes, boxes);
  // Decryption is encryption with the round keys in reverse order.
  const backward = forward.slice().reverse();

  return {
    encrypt: (plain) => transform(forward, boxes, plain),
    decrypt: (cipher) => transform(backward, boxes, cipher),
  };
}

/** Mixes the key into the tables: fills `boxes` in place and returns the 18 round keys. */
function schedule(key: Uint8Array, boxes: Int32Array): Int32Array {
  const rounds = Int32Array.from(pArray);
  for (let i = 0; i < 72; i++) {
    // The key is repeated until all 18 words are covered, most significant byte first.
    const word = i >> 2;
    rounds[word] = at(rounds, word) ^ (at(key, i % key.length) << (24 - 8 * (i & 3)));
  }

  const block = new Int32Array(2);
  for (const table of [rounds, boxes]) {
    for (let i = 0; i < table.length; i += 2) {
      encryptPair(rounds, boxes, block);
      table[i] = at(block, 0);
      table[i + 1] = at(block, 1);
    }
  }

  return rounds;
}

function encryptPair(p: Int32Array, s: Int32Array, block: Int32Array): void {
  let left = at(block, 0);
  let right = at(block, 1);
  for (let i = 0; i < 16; i += 2) {
    left ^= at(p, i);
    right ^= mix(s, left) ^ at(p, i + 1);
    left ^= mix(s, right);
  }
  block[0] = right ^ at(p, 17);
  block[1] = left ^ at(p, 16);
}

function transform(p: Int32Array, s: Int32Array, input: Uint8Array): Uint8Array {
  if (input.length % 8 !== 0) {
    throw new RangeError(`Blowfish works on whole blocks of 8 bytes, not on ${input.length} bytes`);
  }

  const output = new Uint8Array(input.length);
  const block = new Int32Array(2);
  for (let i = 0; i < input.length; i += 8) {
    block[0] = readWord(input, i);
    block[1] = readWord(input, i + 4);
    encryptPair(p, s, block);
    writeWord(output, i, at(block, 0));
    writeWord(output, i + 4, at(block, 1));
  }

  return output;
}

/** The round function F over the four boxes, modulo 2^32. */
function mix(s: Int32Array, x: number): number {
  const sum = (at(s, x >>> 24) + at(s, 256 + ((x >>> 16) & 255))) | 0;

  return ((sum ^ at(s, 512 + ((x >>> 8) & 255))) + at(s, 768 + (x & 255))) | 0;
}

/** Every index in this file is masked or counted inside its table, so nothing is ever missing. */
function at(table: Int32Array | Uint8Array, index: number): number {
  return table[index] as number;
}

function readWord(bytes: Uint8Array, i: number): number {
  return (
    (at(bytes, i) << 24) | (at(bytes, i + 1) << 16) | (at(bytes, i + 2) << 8) | at(bytes, i + 3)
  );
}

function writeWord(bytes: Uint8Array, i: number, word: number): void {
  bytes[i] = word >>> 24;
  bytes[i + 1] = word >>> 16;
  bytes[i + 2] = word >>> 8;
  bytes[i + 3] = word;
}
