import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const torture = import.meta.dirname;
const house = join(torture, '..');
const bugs = ['bugs-in-answers', 'bugs-in-protocol', 'bugs-in-storage', 'seeded-bugs'];
const bugFiles = bugs.map((name) => join(torture, `${name}.ts`));

/** Everything that is loaded with these files, themselves included. */
function loadedWith(entries: readonly string[]): ReadonlySet<string> {
  const loaded = new Set(entries);
  // What is added while it is walked through is walked through as well.
  for (const file of loaded) {
    for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
      /\b(?:from|import|import\()\s*['"`](\.{1,2}\/[^'"`]+)['"`]/g,
    )) {
      const next = fileURLToPath(new URL(path, pathToFileURL(file)));
      if (existsSync(next)) loaded.add(next);
    }
  }
  return loaded;
}

const product = readdirSync(house, { recursive: true, encoding: 'utf8' })
  .map((name) => join(house, name))
  .filter((file) => /(?<!\.test)\.ts$/.test(file) && !file.startsWith(torture));

test('no file of the product loads anything of the torture', () => {
  expect(product).toContain(join(house, 'start.ts'));

  expect([...loadedWith(product)].filter((file) => file.startsWith(torture))).toEqual([]);
});

test('the command that tortures and the servers that it starts load no bug', () => {
  const entries = ['main.ts', 'server-process.ts'].map((name) => join(torture, name));
  const loaded = loadedWith(entries);

  expect(loaded).toContain(join(torture, 'run-torture.ts'));
  expect(bugFiles.filter((file) => loaded.has(file))).toEqual([]);
});

test('the tests that plant the bugs do load them', () => {
  const loaded = loadedWith([join(torture, 'seeded-bugs.db.test.ts')]);

  expect(bugFiles.filter((file) => !loaded.has(file))).toEqual([]);
});
