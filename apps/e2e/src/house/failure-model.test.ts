import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** How many faults each part of the failure model has: wire, notifications, computers, people, dates, amounts, batch files. */
const parts = { W: 15, N: 10, C: 10, P: 8, D: 6, A: 6, B: 8 } as const;
const ids = Object.entries(parts).flatMap(([letter, count]) =>
  Array.from({ length: count }, (_, at) => `${letter}${String(at + 1).padStart(2, '0')}`),
);

const TITLE = /\b(?:test|it|describe)(?:\.each\([\s\S]*?\))?\(\s*(['"`])(.*?)\1/g;

function titles(): string[] {
  return ['apps', 'packages'].flatMap((rooms) =>
    readdirSync(join(root, rooms)).flatMap((room) =>
      readdirSync(join(root, rooms, room, 'src'), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(?:test|e2e)\.tsx?$/.test(name))
        .flatMap((name) => {
          const text = readFileSync(join(root, rooms, room, 'src', name), 'utf8');
          return [...text.matchAll(TITLE)].map(([, , title]) => title ?? '');
        }),
    ),
  );
}

const names = (text: string): string[] => text.match(/\b[WNCPDAB]\d\d\b/g) ?? [];

test('every fault of the failure model has a test that carries its id', () => {
  const tested = new Set(titles().flatMap(names));
  expect(ids.filter((id) => !tested.has(id))).toEqual([]);
});

test('every fault has a row in docs/reliability.md, and no row is about another', () => {
  const page = readFileSync(join(root, 'docs/reliability.md'), 'utf8');
  const rows = [...page.matchAll(/^\| ([WNCPDAB]\d\d) \|/gm)].map(([, id]) => id ?? '');
  expect(new Set(rows)).toEqual(new Set(ids));
  expect(rows).toHaveLength(ids.length);
});
