import { realpathSync } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { StartError } from '../../start-error.ts';
import { makeDirectory, readIfPresent } from '../data-directory.ts';
import { type Binaries, linkLibraries, locateBinaries } from './binaries.ts';
import { createCluster } from './create-cluster.ts';
import { keepPasswords, type Passwords, socketUrl } from './passwords.ts';
import { type Postmaster, runPostmaster } from './postmaster.ts';
import { choosePrivilege, openPassage, type Privilege, proveRunnable } from './privilege.ts';
import { APP, answers, DATABASE, makeRoles, OWNER } from './roles.ts';
import { makeRunFolder } from './run-folder.ts';

/** The PostgreSQL server of one data directory. */
export type EmbeddedPostgres = {
  /** For migrations. */
  readonly ownerUrl: string;
  /** For the application: may only add to the audit log and the payments' events. */
  readonly appUrl: string;
  readonly pid: number;
  stop(): Promise<void>;
};

/**
 * Starts PostgreSQL in `<dataDir>/postgres`, making it on the first start, or takes over the server
 * that a killed process left running there. The caller holds the data directory's lock.
 * `choose` decides how to start it when this process is root. `more` are settings (`name=value`) of this
 * one run: nothing of them is kept in the cluster.
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  choose: (owner: number | null) => Privilege = choosePrivilege,
  more: readonly string[] = [],
): Promise<EmbeddedPostgres> {
  makeDirectory(dataDir);
  const home = realpathSync(dataDir);
  const cluster = join(home, 'postgres');
  const binaries = locateBinaries();
  const owner = await ownerOf(cluster);
  refuseOtherVersion(cluster, binaries, owner !== null);

  const privilege = choose(owner);
  openPassage(privilege, home);
  const passwords = keepPasswords(home, owner !== null);
  const runFolder = makeRunFolder(home, privilege);
  const env = linkLibraries(binaries, join(runFolder, 'lib'));
  const setting = { binaries, privilege, env, runFolder };
  if (owner === null) {
    proveRunnable(privilege, binaries.initdb, env);
    createCluster(home, passwords.superuser, setting);
  }

  const server = await runPostmaster(cluster, {
    ...setting,
    more,
    answers: (socketFolder) => answers(socketFolder, passwords.superuser),
  });
  try {
    await makeRoles(server.socketFolder, passwords);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return toEmbedded(server, passwords);
}

/** The addresses of a server that another process runs on this data directory, or null. */
export async function findEmbedded(
  dataDir: string,
): Promise<Pick<EmbeddedPostgres, 'appUrl' | 'ownerUrl'> | null> {
  const socketFolder = readIfPresent(join(dataDir, 'postgres', 'postmaster.pid'))?.split('\n')[4];
  if (socketFolder === undefined) return null;
  const passwords = keepPasswords(dataDir, true);
  if (!(await answers(socketFolder, passwords.superuser))) return null;
  return addresses(socketFolder, passwords);
}

function toEmbedded(server: Postmaster, passwords: Passwords): EmbeddedPostgres {
  return {
    ...addresses(server.socketFolder, passwords),
    pid: server.pid,
    stop: async () => {
      await server.stop();
      await rm(server.socketFolder, { recursive: true, force: true });
    },
  };
}

function addresses(socketFolder: string, passwords: Passwords) {
  return {
    ownerUrl: socketUrl(socketFolder, OWNER, passwords.owner, DATABASE),
    appUrl: socketUrl(socketFolder, APP, passwords.app, DATABASE),
  };
}

async function ownerOf(cluster: string): Promise<number | null> {
  const found = await stat(cluster).catch(() => null);
  return found === null ? null : found.uid;
}

/** Data files of one major version cannot be read by another. */
function refuseOtherVersion(cluster: string, { major }: Binaries, exists: boolean): void {
  if (!exists) return;
  const found = readIfPresent(join(cluster, 'PG_VERSION'))?.trim() ?? null;
  if (found === String(major)) return;
  throw new StartError(
    found === null
      ? `${cluster} is not a PostgreSQL data directory. Move it away, or set DATA_DIR to another folder.`
      : `${cluster} was made by PostgreSQL ${found}, but this Paygate Desk brings PostgreSQL ${major}. ` +
          'Use the Paygate Desk that made it, or set DATA_DIR to another folder.',
  );
}
