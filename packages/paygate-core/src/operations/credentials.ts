import type { WireCipher } from '../wire/wire-cipher.ts';

/** What one merchant id needs to speak with the gateway; the keys never leave the server. */
export type Credentials = {
  readonly merchantId: string;
  readonly cipher: WireCipher;
  readonly macKey: string;
};
