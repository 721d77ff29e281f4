import type { Deps } from '../deps.ts';
import { StartError } from '../start-error.ts';
import { selectAnyConnection } from './connection-store.ts';
import { keyPurpose } from './open-connection.ts';

/** Throws a StartError when the keys in the database were sealed under another master key. */
export async function proveMasterKey({
  database,
  secrets,
}: Pick<Deps, 'database' | 'secrets'>): Promise<void> {
  const row = await selectAnyConnection(database.read);
  if (row === null) return;
  try {
    secrets.open(keyPurpose.mac(row.id), row.macKey);
  } catch (error) {
    throw new StartError(
      'MASTER_KEY (or DATA_DIR/master.key) is not the one that sealed the keys in this database. ' +
        'Set the MASTER_KEY this database was used with.',
      { cause: error },
    );
  }
}
