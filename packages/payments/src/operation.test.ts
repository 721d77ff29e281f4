import { expect, test } from 'vitest';
import { isOpenState, operationStates } from './operation.ts';

test('an operation blocks its payment from its request until its outcome is known', () => {
  expect(operationStates.filter(isOpenState)).toEqual([
    'requested',
    'sending',
    'unknown',
    'review',
  ]);
});
