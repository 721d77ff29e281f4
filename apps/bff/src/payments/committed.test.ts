import { describe, expect, test } from 'vitest';
import { committed, isUniqueViolation } from './committed.ts';

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

describe('an error of the connection', () => {
  const told = (code: string, message = 'x') => Object.assign(new Error(message), { code });
  const isReread = async (error: unknown) => {
    const found = committed(
      async () => {
        throw error;
      },
      () => Promise.resolve('found'),
    );
    return found.then(
      () => true,
      (thrown: unknown) => {
        expect(thrown).toBe(error);
        return false;
      },
    );
  };

  test.each([
    ['class 08', told('08006'), true],
    ['a server that shuts down', told('57P01'), true],
    ['a socket', told('EPIPE'), true],
    ['words without a code', new Error('Connection terminated'), true],
    ['words elsewhere', new Error('a Connection terminated'), false],
    ['a code that is no text', Object.assign(new Error('x'), { code: 8 }), false],
    ['a cancelled statement', told('57014'), false],
    ['a code with 08 inside', told('22008'), false],
    ['a code with 57P inside', told('0057P'), false],
    ['a code with E inside', told('2200E'), false],
    ['what is no error', { code: 'ECONNRESET', message: 'Connection terminated' }, false],
  ])('is %s: %o', async (_, error, reread) => {
    expect(await isReread(error)).toBe(reread);
  });
});

describe('a unique key', () => {
  const violated = (code: string, rest: object = {}) =>
    Object.assign(new Error('x'), { code, ...rest });
  const constraint = 'operations_merchant_id_client_key_key';

  test.each([
    [violated('23505', { constraint }), true],
    [violated('23505', { constraint: 'operations_req_id_key' }), false],
    [violated('23505'), false],
    [violated('23503', { constraint }), false],
    [Object.assign(new Error('x'), { constraint }), false],
    [{ code: '23505', constraint }, false],
    [null, false],
  ])('names its column: %o', (error, expected) => {
    expect(isUniqueViolation(error, 'client_key')).toBe(expected);
  });
});
