import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../../..', import.meta.url));

/** One violation of each boundary the linter holds: file, what it imports, what the refusal says. */
const violations: readonly (readonly [string, string, string])[] = [
  ['packages/payments/src/seed.ts', 'zod', 'The rules import nothing.'],
  ['packages/payments/src/seed.ts', 'node:crypto', 'The rules import nothing.'],
  [
    'packages/paygate-core/src/seed.ts',
    'node:fs',
    'The protocol imports zod and node:crypto only.',
  ],
  ['packages/paygate-core/src/seed.ts', 'paygate-payments', 'The protocol imports zod'],
  ['apps/bff/src/payments/seed-router.ts', './payment-store.ts', 'A router calls one use case.'],
  ['apps/bff/src/payments/seed-router.ts', '../gateway/gateway-client.ts', 'A router calls one'],
  ['apps/bff/src/payments/seed-store.ts', '../sessions/session-store.ts', 'A store stays in its'],
  ['apps/bff/src/payments/seed.ts', 'pg', 'SQL stays in stores'],
  ['apps/bff/src/payments/seed.ts', '../sessions/session-store.ts', 'SQL stays in stores'],
  [
    'apps/dashboard/src/payments/seed.tsx',
    '../overview/overview-page.tsx',
    'Features meet in app/',
  ],
  ['apps/dashboard/src/lists/seed.tsx', '../payments/payment.ts', 'lists/ knows none'],
  ['apps/dashboard/src/payments/seed.tsx', 'paygate-core/crypto', 'keys never reach the browser'],
  ['apps/dashboard/src/payments/seed.tsx', 'paygate-core/wire', 'keys never reach the browser'],
  ['apps/dashboard/src/ui/seed.tsx', '../payments/payments-page.tsx', 'ui/ knows no feature.'],
  ['apps/simulator/src/seed.ts', 'paygate-payments', 'A shared rule would hide a shared mistake.'],
  ['apps/simulator/src/seed.ts', 'paygate-bff', 'A shared rule would hide a shared mistake.'],
];

/** Boundaries that hold because a package.json does not name the other room: file, import. */
const unresolvable: readonly (readonly [string, string])[] = [
  ['packages/payments', 'paygate-core/crypto'],
  ['packages/paygate-core', 'paygate-payments'],
  ['apps/simulator', 'paygate-payments'],
  ['apps/dashboard', 'paygate-simulator'],
  ['apps/e2e', 'paygate-bff'],
];

let house: string;
beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'desk-house-'));
  copyFileSync(join(root, '.biome.json'), join(house, '.biome.json'));
});
afterEach(() => rmSync(house, { recursive: true, force: true }));

describe('the linter', () => {
  test.each(violations)('refuses %s importing %s', (file, imported, message) => {
    plant(file, `import * as seed from '${imported}';\n\nexport const planted = seed;\n`);

    const { status, output } = lint();

    expect(output).toContain(message);
    expect(status).not.toBe(0);
  });

  test('accepts the same file without the import, so that a refusal means the import', () => {
    plant('packages/payments/src/seed.ts', 'export const planted = 1;\n');

    const { status, output } = lint();

    expect(output).not.toContain('noRestrictedImports');
    expect(status).toBe(0);
  });
});

describe('the type checker', () => {
  test.each(unresolvable)('finds no module when %s imports %s', (room, imported) => {
    const dir = join(root, room, 'dist', 'boundary');
    mkdirSync(dir, { recursive: true });
    writeFileSync(
      join(dir, 'seed.ts'),
      `import * as seed from '${imported}';\n\nexport const planted = seed;\n`,
    );
    writeFileSync(
      join(dir, 'tsconfig.json'),
      JSON.stringify({
        compilerOptions: { module: 'nodenext', noEmit: true, types: [] },
        files: ['seed.ts'],
      }),
    );

    const { status, stdout } = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', dir], {
      encoding: 'utf8',
    });
    rmSync(dir, { recursive: true, force: true });

    expect(stdout).toContain(`Cannot find module '${imported}'`);
    expect(status).not.toBe(0);
  });

  test('lets the dashboard see only the types of the server', () => {
    const dir = join(root, 'apps/dashboard/dist/boundary');
    mkdirSync(dir, { recursive: true });
    writeFileSync(join(dir, 'seed.mjs'), "import 'paygate-bff';\n");

    const { status, stderr } = spawnSync(process.execPath, [join(dir, 'seed.mjs')], {
      encoding: 'utf8',
    });
    rmSync(dir, { recursive: true, force: true });

    expect(stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
    expect(status).not.toBe(0);
  });
});

function plant(file: string, text: string): void {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), text);
}

function lint(): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['lint', '.'],
    {
      cwd: house,
      encoding: 'utf8',
    },
  );
  return { status, output: stdout + stderr };
}
