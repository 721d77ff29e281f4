import { expect, test } from 'vitest';
import { createFloodGate } from './flood-gate.ts';

test('lets the first of many pass, and later says how many were left out', () => {
  const gate = createFloodGate(2, 1_000);

  const passed = Array.from({ length: 5 }, () => gate('a', 0));

  expect(passed).toEqual([{ omitted: 0 }, { omitted: 0 }, null, null, null]);
  expect(gate('a', 999)).toBeNull();
  expect(gate('a', 1_000)).toEqual({ omitted: 4 });
  expect(gate('a', 2_000)).toEqual({ omitted: 0 });
});

test('keeps keys apart, also when there are very many', () => {
  const gate = createFloodGate(1, 1_000);

  for (let at = 0; at < 3_000; at += 1) expect(gate(`key ${at}`, at)).toEqual({ omitted: 0 });

  expect(gate('key 2999', 3_000)).toBeNull();
});

test('does not stay closed when the clock is set back', () => {
  const gate = createFloodGate(1, 1_000);
  gate('a', 5_000);

  expect(gate('a', 0)).toEqual({ omitted: 0 });
});
