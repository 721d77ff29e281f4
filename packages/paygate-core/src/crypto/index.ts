export { decryptAes, encryptAes } from './aes.ts';
export { type Blowfish, createBlowfish } from './blowfish.ts';
export { computeMac, verifyMac } from './mac.ts';
export { macInput } from './mac-input.ts';
