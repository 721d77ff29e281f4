import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { type Database, openDatabase } from './database.ts';
import { withOwner } from './owner-connection.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    readonly postgres: {
      readonly appUrl: string;
      readonly ownerUrl: string;
      readonly adminUrl: string;
    };
  }
}

export type TestDatabase = {
  /** Opened as the application's role. */
  readonly database: Database;
  readonly appUrl: string;
  /** The role that owns the tables. */
  readonly ownerUrl: string;
  /** Closes the pools and removes the database. */
  drop(): Promise<void>;
};

/** A migrated, empty database of one's own, on the PostgreSQL server of this test run. */
export async function testDatabase(): Promise<TestDatabase> {
  const { appUrl, ownerUrl, adminUrl } = inject('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withOwner(adminUrl, async (client) => {
    await client.query(`CREATE DATABASE ${name} TEMPLATE paygate_desk OWNER desk_owner`);
  });
  const database = openDatabase(withName(appUrl, name));
  return {
    database,
    appUrl: withName(appUrl, name),
    ownerUrl: withName(ownerUrl, name),
    drop: async () => {
      await database.close();
      await withOwner(adminUrl, async (client) => {
        await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
      });
    },
  };
}

function withName(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}
