export { type Body, type BodyFailure, parseBody } from './body.ts';
export { toLatin1, transliterate } from './charset.ts';
export {
  type Opened,
  type OpenFailure,
  open,
  type Sealed,
  type SealOptions,
  seal,
} from './envelope.ts';
export type { Padding } from './padding.ts';
export type { Pair, Parameters } from './parameters.ts';
export { type CipherKind, createCipher, type WireCipher } from './wire-cipher.ts';
export { WireError } from './wire-error.ts';
