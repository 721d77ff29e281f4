import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { StartError } from '../../start-error.ts';
import { readIfPresent, writePrivately } from '../data-directory.ts';

const passwordFile = z.object({ superuser: z.string(), owner: z.string(), app: z.string() });
/** The passwords of the cluster's three roles. */
export type Passwords = z.infer<typeof passwordFile>;

/** Reads the passwords of a cluster, or makes them while there is none yet. */
export function keepPasswords(dataDir: string, clusterExists: boolean): Passwords {
  const path = join(dataDir, 'postgres-passwords.json');
  const text = readIfPresent(path);
  if (text !== null) return passwordFile.parse(JSON.parse(text));
  if (clusterExists) {
    throw new StartError(
      `${path} is missing, and without it the database beside it cannot be opened. ` +
        'Restore the file from a backup, or set DATA_DIR to another folder.',
    );
  }
  const made = { superuser: makePassword(), owner: makePassword(), app: makePassword() };
  writePrivately(path, JSON.stringify(made));
  return made;
}

/** The connection string of one role over the socket in `runFolder`. */
export function socketUrl(runFolder: string, role: string, password: string, name: string): string {
  return `postgresql://${role}:${password}@localhost/${name}?host=${encodeURIComponent(runFolder)}`;
}

function makePassword(): string {
  return randomBytes(24).toString('base64url');
}
