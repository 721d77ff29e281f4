import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { measure } from './measure.ts';
import { cipherKey, macKey, macText, message } from './message.ts';

// Runs in a child process with --openssl-legacy-provider: the same work with OpenSSL's Blowfish.
const key = Buffer.from(cipherKey, 'latin1');

const rate = measure(() => {
  const mac = createHmac('sha256', macKey).update(macText).digest();
  const plain = Buffer.from(message.map(([name, value]) => `${name}=${value}`).join('&'), 'latin1');
  const cipher = createCipheriv('bf-ecb', key, null).setAutoPadding(false);
  const padded = Buffer.concat([plain, Buffer.alloc((8 - (plain.length % 8)) % 8)]);
  const data = Buffer.concat([cipher.update(padded), cipher.final()]).toString('hex');
  const decipher = createDecipheriv('bf-ecb', key, null).setAutoPadding(false);
  const opened = Buffer.concat([decipher.update(Buffer.from(data, 'hex')), decipher.final()])
    .subarray(0, plain.length)
    .toString('latin1');
  const fields = new Map(opened.split('&').map((pair) => [pair.slice(0, pair.indexOf('=')), pair]));
  const again = createHmac('sha256', macKey).update(macText).digest();
  if (fields.size !== message.length || !timingSafeEqual(mac, again)) throw new Error('unreadable');
});
process.stdout.write(String(rate));
