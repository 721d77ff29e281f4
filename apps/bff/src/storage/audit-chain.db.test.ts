import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordAudit } from '../audit/record-audit.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { inTransaction } from './database.ts';
import { migrate } from './migrate.ts';
import { withOwner } from './owner-connection.ts';
import { testDatabase } from './testing.ts';

const MIGRATIONS = join(import.meta.dirname, 'migrations');

test('lines from before the chain are chained in their order, and go on', async () => {
  const db = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'desk-before-chain-'));
  try {
    for (const name of ['0001-house.sql', '0002-people.sql']) {
      copyFileSync(join(MIGRATIONS, name), join(folder, name));
    }
    await withOwner(db.ownerUrl, (client) =>
      client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public'),
    );
    await migrate(db.ownerUrl, 'desk_app', folder);
    await withOwner(db.ownerUrl, (client) =>
      client.query(
        `INSERT INTO audit_log (merchant_id, id, at, actor_id, action, subject, details)
         SELECT 1 + n % 2, ('01980000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
           timestamptz '2026-11-02 08:00Z' + n * interval '1.001 s',
           CASE WHEN n % 3 = 0 THEN gen_random_uuid() END, 'signed-in', 'user:' || n,
           jsonb_build_object('long key', n, 'b', 'Zürich "Süd" ' || chr(10), 'a', ARRAY[1.5, n])
         FROM generate_series(1, 41) n`,
      ),
    );

    await migrate(db.ownerUrl, 'desk_app');
    await inTransaction(db.database.money, (sql) =>
      recordAudit(sql, {
        merchantId: 1,
        at: 0,
        actorId: null,
        action: 'signed-in',
        subject: 'user:42',
        details: {},
      }),
    );

    expect(await verifyAudit(db)).toMatchObject([
      { merchantId: 1, lines: 21, fault: null },
      { merchantId: 2, lines: 21, fault: null },
    ]);
    const { rows } = await db.database.read.query(
      'SELECT subject FROM audit_log WHERE merchant_id = 1 ORDER BY seq LIMIT 2',
    );
    expect(rows).toEqual([{ subject: 'user:2' }, { subject: 'user:4' }]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await db.drop();
  }
});
