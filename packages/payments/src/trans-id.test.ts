import { describe, expect, test } from 'vitest';
import { isTransIdSendable } from './trans-id.ts';

describe('a TransID', () => {
  test.each(['A-10479', 'a_b', 'Order 12/3', '#1=~', ' '])('is sendable as %j', (transId) => {
    expect(isTransIdSendable(transId)).toBe(true);
  });

  test.each([
    '',
    'A&B',
    'A*B',
    '50%',
    'A+B',
    'Zürich',
    'A\nB',
    'A\n',
    'A\tB',
    'A\u007f',
    '＆',
    '\0',
  ])('is not sendable as %j', (transId) => {
    expect(isTransIdSendable(transId)).toBe(false);
  });
});
