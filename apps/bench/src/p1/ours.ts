import { computeMac, verifyMac } from 'paygate-core/crypto';
import { createCipher, open, seal } from 'paygate-core/wire';
import { measure } from './measure.ts';
import { cipherKey, macKey, macText, message } from './message.ts';

const cipher = createCipher('blowfish', cipherKey);

/** Messages per second of our own code: seal with MAC, open, verify. The schedule is made once per connection. */
export function measureOurs(): number {
  return measure(() => {
    const mac = computeMac(macKey, macText);
    const { len, data } = seal(cipher, message);
    const opened = open(cipher, String(len), data);
    if (!opened.ok || !verifyMac(macKey, macText, mac))
      throw new Error('the bench cannot read itself');
  });
}
