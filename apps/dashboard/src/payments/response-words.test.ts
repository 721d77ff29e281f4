import { explanationKeys } from 'paygate-core/response-code';
import { describe, expect, test } from 'vitest';
import { de } from '../words/de.ts';
import { en } from '../words/en.ts';
import { fr } from '../words/fr.ts';
import { it as italian } from '../words/it.ts';

describe('codes of the gateway', () => {
  test.each(Object.entries({ en, de, fr, it: italian }))(
    'all have words in %s',
    (_, { payments }) => {
      const known = Object.keys({ ...payments.codeMeaning, ...payments.codeNext });

      expect(new Set(known)).toEqual(new Set(explanationKeys));
    },
  );
});
