import { describe, expect, test } from 'vitest';
import type { LinkConnection } from './link.ts';
import { firstConnection } from './link-fields.ts';

const connection = (slug: string): LinkConnection => ({
  slug,
  label: slug,
  merchantId: 1,
  mode: 'deferred',
  captureParameter: 'no',
  minimum: 100,
  linkPage: 'twint',
});
const [shop, stall] = [connection('shop'), connection('stall')];

describe('the connection a link begins with', () => {
  test.each([
    ['the only one there is', [shop], null, shop],
    ['the one that was used last', [shop, stall], 'stall', stall],
    ['none of several', [shop, stall], null, undefined],
    ['none where the last one is gone', [shop, stall], 'kiosk', undefined],
  ])('is %s', (_, connections, known, expected) => {
    expect(firstConnection(connections, known)).toBe(expected);
  });
});
