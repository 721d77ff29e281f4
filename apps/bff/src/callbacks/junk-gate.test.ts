import { expect, test } from 'vitest';
import { createJunkGate } from './junk-gate.ts';

test('an address that sent 200 refused callbacks is not heard for ten seconds', () => {
  const gate = createJunkGate();
  for (let sent = 0; sent < 200; sent++) gate.count('203.0.113.9', 1000);
  expect(gate.isClosed('203.0.113.9', 1000)).toBe(false);

  gate.count('203.0.113.9', 1000);

  expect(gate.isClosed('203.0.113.9', 10_999)).toBe(true);
  expect(gate.isClosed('203.0.113.8', 1000)).toBe(false);
  expect(gate.isClosed('203.0.113.9', 11_000)).toBe(false);
});

test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', undefined])(
  '%s is never turned away',
  (address) => {
    const gate = createJunkGate();
    for (let sent = 0; sent < 1000; sent++) gate.count(address, 1000);

    expect(gate.isClosed(address, 1000)).toBe(false);
  },
);
