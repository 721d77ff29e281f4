import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
/** A switch of Node, which we only refuse. */
const NOT_OURS = ['NODE_TLS_REJECT_UNAUTHORIZED'];

test('the table of the README names every setting of the server, and no other', () => {
  const source = readFileSync(join(root, 'apps/bff/src/env.ts'), 'utf8');
  const readme = readFileSync(join(root, 'README.md'), 'utf8').split('## Environment')[1] ?? '';
  const settings = [...source.matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map(([, name]) => name);
  const told = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);

  expect(settings.length).toBeGreaterThan(NOT_OURS.length);
  expect(new Set([...told, ...NOT_OURS])).toEqual(new Set(settings));
});
