import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const files = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !/(?:\.test|^testing)\.ts$/.test(path))
  .map((path) => ({ path, text: readFileSync(new URL(path, import.meta.url), 'utf8') }));
const importsOf = (text: string) => [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from);

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(20);
});

describe.each(files)('$path', ({ path, text }) => {
  test('imports zod and node:crypto at most, and neither fetches nor reads a clock or the environment', () => {
    for (const from of importsOf(text))
      expect(from).toMatch(/^(?:\.{1,2}\/.+\.ts|zod|node:crypto)$/);
    expect(text).not.toMatch(
      /\bfetch\(|new Date|\bDate\.|\bDate\(|performance\.|process\.|setTimeout|Math\.random/,
    );
  });

  test('stays out of node where the browser reads it', () => {
    if (!path.startsWith('response-code/')) return;
    for (const from of importsOf(text)) expect(from).toMatch(/^\.\//);
  });
});
