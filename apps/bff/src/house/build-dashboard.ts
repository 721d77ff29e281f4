import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { childEnvironment, repositoryFolder } from '../env.ts';
import { dashboardFolder } from '../http/dashboard-route.ts';
import { StartError } from '../start-error.ts';

const APP = join(repositoryFolder, 'apps/dashboard');
const DIST = dirname(dashboardFolder);
const NOTE = join(DIST, 'sources.sha256');

/** What ends up in the bundle. */
const SOURCES = [
  'apps/dashboard/{index.html,package.json,vite.config.ts,tsconfig.json}',
  'apps/dashboard/{src,public}/**/*.*',
  'packages/*/src/**/*.ts',
  'pnpm-lock.yaml',
];

/** Builds the dashboard unless what is there was built from these very sources. */
export async function buildDashboard(stop: AbortSignal): Promise<void> {
  const wanted = await hashSources();
  if (existsSync(join(dashboardFolder, 'index.html')) && (await builtFrom()) === wanted) return;
  // Built aside and moved: two starts at once, or one that is interrupted, leave a whole folder.
  const draft = join(DIST, `draft-${process.pid}`);
  const old = join(DIST, `old-${process.pid}`);
  await mkdir(DIST, { recursive: true });
  try {
    await runVite(draft, stop);
    await rename(dashboardFolder, old).catch(() => undefined);
    await rename(draft, dashboardFolder);
    await writeFile(NOTE, wanted);
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

async function hashSources(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob(SOURCES, { cwd: repositoryFolder })) {
    if (!/\.test\.tsx?$/.test(file)) files.push(file);
  }
  const hash = createHash('sha256');
  for (const file of files.sort((a, b) => (a < b ? -1 : 1))) {
    hash.update(`${file}\0`).update(await readFile(join(repositoryFolder, file)));
  }
  return hash.digest('hex');
}

async function builtFrom(): Promise<string> {
  return readFile(NOTE, 'utf8').catch(() => '');
}

async function runVite(outDir: string, stop: AbortSignal): Promise<void> {
  const manifest = createRequire(join(APP, 'package.json')).resolve('vite/package.json');
  const vite = join(dirname(manifest), 'bin/vite.js');
  const args = [vite, 'build', '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'];
  const child = spawn(process.execPath, args, {
    cwd: APP,
    env: childEnvironment({ NODE_ENV: 'production', NO_COLOR: '1' }),
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: stop,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  if (code !== 0) throw new StartError(`The dashboard could not be built:\n${output.trim()}`);
}
