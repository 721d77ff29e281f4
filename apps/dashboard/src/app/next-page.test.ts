import { describe, expect, it } from 'vitest';
import { nextPage } from './next-page.ts';

describe('nextPage', () => {
  it('keeps a page of ours with its filters', () => {
    expect(nextPage({ next: '/payments?status=unknown' })).toEqual({
      next: '/payments?status=unknown',
    });
  });

  it.each(['https://evil.example', '//evil.example', '/\\evil.example', 'payments', 7, undefined])(
    'drops %s',
    (next) => {
      expect(nextPage({ next })).toEqual({});
    },
  );
});
