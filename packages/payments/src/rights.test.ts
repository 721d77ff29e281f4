import { describe, expect, test } from 'vitest';
import {
  allRights,
  allRoles,
  mayNote,
  mayShareViews,
  type Right,
  type Role,
  rightsOf,
} from './rights.ts';

const roleOrder: readonly Role[] = ['shipping', 'service', 'manager', 'admin', 'auditor'];

/** One row a right, one column a role in the order above, `x` = has it. */
const matrix: Readonly<Record<Right, string>> = {
  see: 'xxxxx',
  capture: 'x-x--',
  reverse: 'xxx--',
  refund: '-xx--',
  approve: '--x--',
  link: '-xx--',
  batch: 'x-x--',
  export: '--x-x',
  'export-personal': '--x--',
  reports: '--x-x',
  audit: '--xxx',
  import: '--xx-',
  connections: '---x-',
  users: '---x-',
};

describe.each(roleOrder.map((role, column) => ({ role, column })))('the role $role', (cell) => {
  test.each(allRights)('has the right to %s only where the matrix says so', (right) => {
    const expected = matrix[right][cell.column] === 'x';

    expect(rightsOf(cell.role).includes(right)).toBe(expected);
  });
});

test('the matrix covers every role', () => {
  expect(allRoles).toEqual(roleOrder);
});

test('who works on payments may note something; who only looks on may not', () => {
  expect(roleOrder.filter((role) => mayNote(rightsOf(role)))).toEqual([
    'shipping',
    'service',
    'manager',
    'admin',
  ]);
  expect(mayNote(['capture'])).toBe(false);
});

test('who leads a team or runs its desk may share views', () => {
  expect(roleOrder.filter((role) => mayShareViews(rightsOf(role)))).toEqual(['manager', 'admin']);
  expect(mayShareViews(['users'])).toBe(false);
});
