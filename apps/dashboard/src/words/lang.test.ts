import { describe, expect, it } from 'vitest';
import { loadCatalog } from './catalogs.ts';
import { chooseLang } from './lang.ts';

describe('chooseLang', () => {
  it.each([
    ['fr', ['de-CH'], 'fr'],
    [null, ['de-CH', 'en'], 'de'],
    [null, ['rm-CH', 'it-CH'], 'it'],
    [null, ['pt-BR'], 'en'],
    ['xx', ['fr'], 'fr'],
    ['pseudo', ['de'], 'pseudo'],
    [null, [], 'en'],
  ])('with %s stored and the browser speaking %j is %s', (stored, browser, expected) => {
    expect(chooseLang(stored, browser)).toBe(expected);
  });
});

describe('the pseudo catalog', () => {
  it('marks every text, however deep', async () => {
    const { ui } = await loadCatalog('pseudo');

    expect(ui.copy).toBe('⟦Copy⟧');
    expect(ui.status.captured).toBe('⟦Captured⟧');
  });
});
