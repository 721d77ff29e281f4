import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from './catalogs.ts';
import { langs } from './lang.ts';

type Texts = { readonly [key: string]: string | Texts };

const flatten = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );

const catalogs = new Map(
  await Promise.all(
    langs.map(async (lang) => [lang, new Map(flatten(await loadCatalog(lang)))] as const),
  ),
);
const textsOf = (lang: (typeof langs)[number]) => catalogs.get(lang) ?? new Map<string, string>();
const english = textsOf('en');

const sorted = (names: Iterable<string>) => [...names].sort((a, b) => a.localeCompare(b));

/** The arguments and tags of a message, each with its kind. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  const visit = (elements: readonly MessageFormatElement[]): void => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue;
      found.add(`${TYPE[element.type]} ${element.value}`);
      if (element.type === TYPE.tag) visit(element.children);
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        for (const { value } of Object.values(element.options)) visit(value);
      }
    }
  };
  visit(parse(message));
  return sorted(found);
}

describe.each(langs.filter((lang) => lang !== 'en'))('the catalog in %s', (lang) => {
  const texts = textsOf(lang);

  it('has the keys of the English one, no more and no fewer', () => {
    expect(sorted(texts.keys())).toEqual(sorted(english.keys()));
  });

  it('takes the same arguments in every message', () => {
    const differing = [...english]
      .filter(([key, message]) => {
        const own = argumentsOf(texts.get(key) ?? '');
        return own.join() !== argumentsOf(message).join();
      })
      .map(([key]) => key);
    expect(differing).toEqual([]);
  });

  it('is translated', () => {
    const long = [...english].filter(([, message]) => message.split(' ').length > 4);
    const same = long.filter(([key, message]) => texts.get(key) === message);
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

describe.each(langs)('the texts in %s', (lang) => {
  const texts = [...textsOf(lang)];

  it('are there', () => {
    expect(texts.filter(([, message]) => message.trim() === '')).toEqual([]);
  });

  it('never blame, plead or shout', () => {
    const words = /\b(invalid|please|sorry|oops|bitte|leider|ungültig|désolé|spiacenti)\b|!/i;
    expect(texts.filter(([, message]) => words.test(message))).toEqual([]);
  });
});

describe('Swiss spelling', () => {
  it('has no ß', () => {
    expect([...textsOf('de')].filter(([, message]) => message.includes('ß'))).toEqual([]);
  });

  it('never calls the dismissing button by the word for reversing', () => {
    for (const lang of langs) {
      const backs = [...textsOf(lang)].filter(([key]) => key.endsWith('.back'));
      for (const [, message] of backs) {
        expect(message).not.toMatch(/^(cancel|abbrechen|annuler|annulla|annullare)$/i);
      }
    }
  });
});
