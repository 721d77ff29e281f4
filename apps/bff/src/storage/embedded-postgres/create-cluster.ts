import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartError } from '../../start-error.ts';
import { explained } from '../data-directory.ts';
import type { Binaries } from './binaries.ts';
import { handOver, type Privilege, spawnPlan } from './privilege.ts';

export const SUPERUSER = 'postgres';

type Setting = {
  readonly binaries: Binaries;
  readonly privilege: Privilege;
  readonly env: NodeJS.ProcessEnv;
  readonly runFolder: string;
};

/**
 * Makes the cluster in `<dataDir>/postgres`, whole or not at all: an interrupted attempt leaves a
 * draft that the next one removes.
 */
export function createCluster(
  dataDir: string,
  superuserPassword: string,
  { binaries, privilege, env, runFolder }: Setting,
): void {
  const draft = join(dataDir, 'postgres.new');
  const passwordFile = join(runFolder, 'password');
  explained(draft, () => {
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { mode: 0o700 });
    handOver(privilege, draft);
    writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
    chmodSync(passwordFile, 0o600);
    handOver(privilege, passwordFile);
  });
  try {
    const plan = spawnPlan(privilege, binaries.initdb, [
      ...['-D', draft, '-U', SUPERUSER, '-A', 'scram-sha-256', '--pwfile', passwordFile],
      ...['-E', 'UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
      ...['--data-checksums', '--no-instructions'],
    ]);
    const made = spawnSync(plan.command, plan.args, {
      ...plan.options,
      env,
      encoding: 'utf8',
      cwd: '/',
    });
    if (made.status !== 0) throw explainFailure(draft, made.error?.message ?? made.stderr.trim());
    renameSync(draft, join(dataDir, 'postgres'));
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

/** Says in words what PostgreSQL's own message means for the operator. */
export function explainFailure(folder: string, output: string): StartError {
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return new StartError(
      `The disk is full: PostgreSQL could not write ${folder}. Free some space, or set DATA_DIR to another disk.`,
    );
  }
  if (/Permission denied|Read-only file system/.test(output)) {
    return new StartError(
      `No permission to write ${folder}. Give this user the folder, or set DATA_DIR to one of its own. (${output.split('\n').at(-1)})`,
    );
  }
  return new StartError(`PostgreSQL could not be started in ${folder}: ${output}`);
}
