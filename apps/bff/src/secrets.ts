import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * Seals what the database may hold but not know: gateway keys and TOTP seeds.
 * `purpose` names the one place a sealed value belongs to, e.g. `connection:<id>:mac-key`; a value
 * moved to another place does not open.
 */
export type Secrets = {
  seal(purpose: string, plain: string): Buffer;
  /** Throws when the value was changed, belongs elsewhere, or was sealed under another master key. */
  open(purpose: string, sealed: Uint8Array): string;
};

const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals with AES-256-GCM: format byte, nonce, tag, ciphertext. `masterKey` is 32 bytes. */
export function createSecrets(masterKey: Uint8Array): Secrets {
  if (masterKey.length !== 32) throw new RangeError('the master key must be 32 bytes');
  return {
    seal: (purpose, plain) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', masterKey, nonce);
      cipher.setAAD(Buffer.from(purpose));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.getAuthTag(), body]);
    },
    open: (purpose, sealed) => {
      if (sealed[0] !== FORMAT || sealed.length < 1 + NONCE_BYTES + TAG_BYTES) {
        throw new Error('a sealed value has an unknown format');
      }
      const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
      const tag = sealed.subarray(1 + NONCE_BYTES, 1 + NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', masterKey, nonce);
      decipher.setAAD(Buffer.from(purpose));
      decipher.setAuthTag(tag);
      const body = sealed.subarray(1 + NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
  };
}
