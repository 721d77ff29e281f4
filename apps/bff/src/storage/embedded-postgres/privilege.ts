import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, statSync } from 'node:fs';
import { StartError } from '../../start-error.ts';

/** PostgreSQL refuses to run as root. How this process may start it instead. */
export type Privilege = {
  readonly kind: 'self' | 'namespace' | 'user';
  /** The owner PostgreSQL's files have, seen from this process. */
  readonly uid: number;
  readonly gid: number;
  /** Goes before the program and its arguments. */
  readonly prefix: readonly string[];
};

const NOBODY = 65_534;
const NAMESPACE = ['unshare', '--user', '--map-user=1000', '--map-group=1000'];

/**
 * As root: a user namespace in which we are nobody special, so that the files stay ours; else the
 * user `nobody`. A cluster that exists already is run as whoever owns it. `owner` is that user's id,
 * or null for a new cluster.
 */
export function choosePrivilege(
  owner: number | null,
  uid = process.getuid?.() ?? -1,
  namespaceWorks: () => boolean = tryNamespace,
): Privilege {
  const gid = process.getgid?.() ?? -1;
  if (uid !== 0) {
    if (owner !== null && owner !== uid && uid !== -1) throw notOurs(owner, uid);
    return { kind: 'self', uid, gid, prefix: [] };
  }
  if (owner !== null && owner !== 0) return { kind: 'user', uid: owner, gid: owner, prefix: [] };
  if (namespaceWorks()) return { kind: 'namespace', uid: 0, gid, prefix: NAMESPACE };
  if (owner === 0) throw noWay('its data directory belongs to root');
  return { kind: 'user', uid: NOBODY, gid: NOBODY, prefix: [] };
}

/** How `program` is spawned under this privilege. */
export function spawnPlan(
  privilege: Privilege,
  program: string,
  args: readonly string[],
): { readonly command: string; readonly args: string[]; readonly options: object } {
  const [command = program, ...rest] = [...privilege.prefix, program, ...args];
  const { uid, gid } = privilege;
  return { command, args: rest, options: privilege.kind === 'user' ? { uid, gid } : {} };
}

/** Hands a file or folder to the user PostgreSQL runs as. */
export function handOver(privilege: Privilege, path: string): void {
  if (privilege.kind === 'user') chownSync(path, privilege.uid, privilege.gid);
}

/** Lets another user pass through a folder of ours without reading it. */
export function openPassage(privilege: Privilege, folder: string): void {
  if (privilege.kind !== 'user') return;
  chmodSync(folder, statSync(folder).mode | 0o011);
}

/** Throws a StartError unless the binary runs under this privilege. */
export function proveRunnable(privilege: Privilege, program: string, env: NodeJS.ProcessEnv): void {
  const plan = spawnPlan(privilege, program, ['--version']);
  const tried = spawnSync(plan.command, plan.args, { ...plan.options, env, encoding: 'utf8' });
  if (tried.status === 0) return;
  throw noWay(tried.error?.message ?? tried.stderr.trim());
}

function tryNamespace(): boolean {
  const [command = '', ...args] = [...NAMESPACE, 'true'];
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function noWay(why: string): StartError {
  return new StartError(
    `The embedded PostgreSQL cannot be run by this user: ${why}. ` +
      'Start Paygate Desk as an ordinary user, or set DATABASE_URL to a PostgreSQL 15 or newer.',
  );
}

function notOurs(owner: number, uid: number): StartError {
  return new StartError(
    `The database in DATA_DIR belongs to user ${owner}, but this is user ${uid}. ` +
      'Start as that user, or set DATA_DIR to another folder.',
  );
}
