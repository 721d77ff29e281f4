import { describe, expect, test } from 'vitest';
import { committed } from './committed.ts';

const cut = Object.assign(new Error('Connection terminated unexpectedly'), {});
const reset = Object.assign(new Error('read'), { code: 'ECONNRESET' });
const closing = Object.assign(new Error('closing'), { code: '57P01' });
const unique = Object.assign(new Error('duplicate key'), { code: '23505' });

describe('a transaction whose answer got lost', () => {
  test.each([cut, reset, closing])('is read again, not repeated: %s', async (lost) => {
    let worked = 0;
    const work = () => {
      worked += 1;
      return Promise.reject(lost);
    };

    expect(await committed(work, () => Promise.resolve('found'))).toBe('found');
    expect(worked).toBe(1);
  });

  test('failed when nothing of it is found', async () => {
    const failing = committed(
      () => Promise.reject(reset),
      () => Promise.resolve(null),
    );

    await expect(failing).rejects.toBe(reset);
  });

  test('is not asked about when PostgreSQL itself refused', async () => {
    const refused = committed(
      () => Promise.reject(unique),
      () => Promise.resolve('found'),
    );

    await expect(refused).rejects.toBe(unique);
  });
});
