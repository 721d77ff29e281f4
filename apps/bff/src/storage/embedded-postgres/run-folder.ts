import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StartError } from '../../start-error.ts';
import { errorCode, explained } from '../data-directory.ts';
import { handOver, type Privilege } from './privilege.ts';

/** The port only names the socket file; nothing listens on the network. */
const SOCKET_PORT = 5432;

/** sockaddr_un holds 108 bytes on Linux, 104 on macOS, the closing zero included. */
const LONGEST_SOCKET_PATH = 103;

/**
 * The folder for the socket and the library links of the cluster in `dataDir`: short, with a name
 * that every start on this data directory finds again, open to this user alone.
 */
export function makeRunFolder(dataDir: string, privilege: Privilege): string {
  const name = createHash('sha256')
    .update(`${realpathSync(dataDir)} ${privilege.uid}`)
    .digest('hex')
    .slice(0, 16);
  const folder = [tmpdir(), '/tmp']
    .map((parent) => join(parent, `paygate-desk-${name}`))
    .find((path) => Buffer.byteLength(socketPath(path)) <= LONGEST_SOCKET_PATH);
  if (folder === undefined) {
    throw new StartError(
      `The folder for temporary files, ${tmpdir()}, is too long for a socket. Set TMPDIR to a shorter one.`,
    );
  }
  explained(folder, () => create(folder, privilege));
  return folder;
}

/** The socket PostgreSQL opens in `folder`. */
function socketPath(folder: string): string {
  return join(folder, `.s.PGSQL.${SOCKET_PORT}`);
}

function create(folder: string, privilege: Privilege): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
    handOver(privilege, folder);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
  }
  const found = lstatSync(folder);
  // Anybody may make a folder under the temporary one: use it only if it is ours.
  if (!found.isDirectory() || (privilege.uid !== -1 && found.uid !== privilege.uid)) {
    throw new StartError(
      `${folder} belongs to somebody else. Remove it, or set TMPDIR to a folder of your own.`,
    );
  }
  chmodSync(folder, 0o700);
}
