import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listPayments } from '../payments/list-payments.ts';
import { paymentFilter } from '../payments/payment-filter.ts';
import { type Desk, openDesk } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { withOwner } from '../storage/owner-connection.ts';
import { createExport, repeatExport } from './create-export.ts';
import { describeFile } from './describe-file.ts';
import { downloadExport } from './download-export.ts';
import { removeOwnExport, stopOwnExport } from './end-export.ts';
import { estimateExport } from './estimate-export.ts';
import { exportDefinition } from './export-input.ts';
import { claimNext, cleanExports, runExport } from './export-worker.ts';
import { listExports } from './list-exports.ts';
import {
  addPayments,
  define,
  findStored,
  madeFile,
  makeExport,
  makeNext,
} from './testing-exports.ts';

const DAY = 24 * 3_600_000;
const never = new AbortController().signal;
let desk: Desk;
let manager: Person;

beforeEach(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
});
afterEach(() => desk.close());

const count = async (table: string): Promise<number> => {
  const { rows } = await desk.deps.database.read.query<{ count: number }>(
    `SELECT count(*) FROM ${table}`,
  );
  return rows[0]?.count ?? 0;
};
const audited = async (): Promise<string[]> => {
  const { rows } = await desk.deps.database.read.query<{ action: string }>(
    `SELECT action FROM audit_log ORDER BY merchant_id, seq`,
  );
  return rows.map(({ action }) => action);
};
const read = async (exportId: string, person = manager): Promise<string | null> => {
  const found = await downloadExport(desk.deps, person, exportId, { isAsked: true });
  if (found === null) return null;
  let text = '';
  for await (const piece of found.read()) text += piece.toString('latin1');
  return text;
};

describe('a file', () => {
  test('is of one moment: what comes and changes while it is written is not in it', async () => {
    await addPayments(desk, [{ amount: 1_00 }, { amount: 2_00 }]);
    const { id, merchantId } = await createExport(desk.deps, manager, define());
    const claimed = await claimNext(desk.deps);
    if (claimed === null) throw new Error('nothing to claim');
    const interfering = (async () => {
      for (let at = 0; at < 20; at += 1) await addPayments(desk, [{ amount: 7_00 }]);
    })();
    await Promise.all([runExport(desk.deps, claimed, never), interfering]);

    const { bytes, stored } = await madeFile(desk, manager, { id, merchantId });
    const lines = bytes.toString().trimEnd().split('\r\n').slice(1);
    const sum = lines.reduce((total, line) => total + Number(line.split(',')[3]) * 100, 0);
    expect(stored.facts?.figures).toMatchObject([{ rows: lines.length, authorized: sum }]);
  });

  test('downloads the same every time, and the application cannot change it', async () => {
    await addPayments(desk, [{ amount: 1_00 }]);
    const { stored } = await makeExport(desk, manager, define());
    const first = await read(stored.id);
    await addPayments(desk, [{ amount: 2_00 }]);

    expect(await read(stored.id)).toBe(first);
    await expect(
      desk.deps.database.export.query(`UPDATE export_chunks SET body = ''`),
    ).rejects.toThrow('denied');
  });

  test('made again is another one, as of now', async () => {
    await addPayments(desk, [{ amount: 1_00 }]);
    const { stored } = await makeExport(desk, manager, define());
    const first = await read(stored.id);
    await desk.advance(3_600_000);
    await addPayments(desk, [{ amount: 2_00 }]);

    const again = await repeatExport(desk.deps, manager, stored.id);
    await makeNext(desk);

    const made = await findStored(desk.deps, manager, again);
    expect(made.rowsTotal).toBe(2);
    expect(made.asOf).toBeGreaterThanOrEqual((stored.asOf ?? 0) + 3_600_000);
    expect(await read(stored.id)).toBe(first);
  });

  test('may be larger than one chunk', async () => {
    await desk.deps.database.export.query(
      `INSERT INTO payments (id, merchant_id, connection_id, trans_id, source, lifecycle, status, authorized,
         created_at, updated_at)
       SELECT gen_random_uuid(), 1, $1, 'T-' || n, 'shop', 'authorized', 'authorized', n, now(), now()
       FROM generate_series(1, 30000) n`,
      [desk.connectionId],
    );
    const { bytes, stored, digest } = await makeExport(
      desk,
      manager,
      define({ columns: ['id', 'transId', 'createdAt'] }),
    );

    expect(bytes.length).toBeGreaterThan(2 * 1024 * 1024);
    expect(bytes.toString().trimEnd().split('\r\n')).toHaveLength(30_001);
    expect(stored).toMatchObject({ sha256: digest, rowsTotal: 30_000, bytes: bytes.length });
  });

  test('without rows is a file that says so', async () => {
    const { bytes, stored } = await makeExport(desk, manager, define({ format: 'csv-de-ch' }));

    expect(bytes.toString()).toContain('\r\nRows;0\r\n');
    expect(stored).toMatchObject({ state: 'ready', rowsTotal: 0 });
  });

  test('of a selection holds these payments and no others', async () => {
    const [one = '', , three = ''] = await addPayments(desk, [
      { amount: 1_00 },
      { amount: 2_00 },
      { amount: 4_00 },
    ]);
    const scope = { kind: 'selected', paymentIds: [one, three] };
    const { stored } = await makeExport(desk, manager, define({ scope }));

    expect(stored.facts?.figures).toMatchObject([{ rows: 2, authorized: 5_00 }]);
    const foreign = { kind: 'selected', paymentIds: [one, manager.id] };
    await expect(
      createExport(desk.deps, manager, define({ scope: foreign })),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('what breaks', () => {
  test('a process that dies leaves no half file; the next attempt starts anew with its own moment', async () => {
    await addPayments(desk, [{ amount: 1_00 }]);
    const { id, merchantId } = await createExport(desk.deps, manager, define());
    const dead = await claimNext(desk.deps);
    if (dead === null) throw new Error('nothing to claim');
    await desk.deps.database.export.query(
      `INSERT INTO export_chunks VALUES ($1, $2, $3, 0, 'half')`,
      [merchantId, id, dead.attempt],
    );
    expect(await claimNext(desk.deps)).toBeNull();
    expect(await read(id)).toBeNull();

    await desk.deps.database.read.query(`UPDATE exports SET lease_until = 'epoch'`);
    await addPayments(desk, [{ amount: 2_00 }]);
    await makeNext(desk);

    const { stored } = await madeFile(desk, manager, { id, merchantId });
    expect(stored).toMatchObject({ state: 'ready', attempt: 2, rowsTotal: 2 });
    // The dead one comes back: it changes nothing any more, and what it left is cleared away.
    await runExport(desk.deps, dead, never);
    await cleanExports(desk.deps);
    expect(await count('export_chunks')).toBe(1);
    expect((await madeFile(desk, manager, { id, merchantId })).digest).toBe(stored.sha256);
  });

  test('three broken attempts are enough', async () => {
    const { id, merchantId } = await createExport(desk.deps, manager, define());
    for (let at = 0; at < 3; at += 1) {
      await claimNext(desk.deps);
      await desk.deps.database.read.query(`UPDATE exports SET lease_until = 'epoch'`);
    }
    await makeNext(desk);

    expect(await findStored(desk.deps, manager, { id, merchantId })).toMatchObject({
      state: 'failed',
      failure: 'interrupted',
    });
    expect(await makeNext(desk)).toBeNull();
  });

  test('a process that ends gives its work back, and no attempt is lost', async () => {
    await addPayments(desk, [{ amount: 1_00 }]);
    const { id, merchantId } = await createExport(desk.deps, manager, define());
    const claimed = await claimNext(desk.deps);
    if (claimed === null) throw new Error('nothing to claim');
    await runExport(desk.deps, claimed, AbortSignal.abort());

    expect(await findStored(desk.deps, manager, { id, merchantId })).toMatchObject({
      state: 'queued',
      attempt: 0,
    });
    await makeNext(desk);
    expect((await findStored(desk.deps, manager, { id, merchantId })).state).toBe('ready');
  });

  test('a full disk is said, and nothing of the file stays', async () => {
    await addPayments(desk, [{ amount: 1_00 }]);
    await withOwner(desk.ownerUrl, (client) =>
      client.query(`CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$
          BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$;
        CREATE TRIGGER full_disk AFTER INSERT ON export_chunks FOR EACH ROW EXECUTE FUNCTION full_disk()`),
    );
    const { id, merchantId } = await createExport(desk.deps, manager, define());
    await makeNext(desk);

    expect(await findStored(desk.deps, manager, { id, merchantId })).toMatchObject({
      state: 'failed',
      failure: 'no-room',
    });
    expect(await count('export_chunks')).toBe(0);
    expect(await read(id)).toBeNull();
  });

  test('a stopped export ends, also while it is being made', async () => {
    await addPayments(desk, [{ amount: 1_00 }]);
    const { id, merchantId } = await createExport(desk.deps, manager, define());
    const claimed = await claimNext(desk.deps);
    if (claimed === null) throw new Error('nothing to claim');
    await stopOwnExport(desk.deps, manager, id);
    await runExport(desk.deps, claimed, never);
    await cleanExports(desk.deps);

    expect((await findStored(desk.deps, manager, { id, merchantId })).state).toBe('stopped');
    expect(await count('export_chunks')).toBe(0);
    await stopOwnExport(desk.deps, manager, id);
    expect(await audited()).toEqual(['export-created', 'export-stopped']);
  });

  test('who lost the right gets no file', async () => {
    const { id, merchantId } = await createExport(desk.deps, manager, define());
    await desk.deps.database.read.query(`UPDATE memberships SET role = 'shipping'`);
    await makeNext(desk);

    expect(await findStored(desk.deps, manager, { id, merchantId })).toMatchObject({
      state: 'failed',
      failure: 'right-lost',
    });
  });
});

describe('whose file', () => {
  test('nobody else is given it, nor told that it exists', async () => {
    const { stored } = await makeExport(desk, manager, define());
    const other = await addPerson(desk, 'manager');
    const elsewhere: Person = {
      ...manager,
      memberships: manager.memberships.map((known) => ({ ...known, merchantId: 2 })),
    };

    for (const person of [other, elsewhere]) {
      expect(await read(stored.id, person)).toBeNull();
      expect(await describeFile(desk.deps, person, stored.id)).toBeNull();
      expect(await listExports(desk.deps, person)).toEqual([]);
      for (const verb of [stopOwnExport, removeOwnExport, repeatExport]) {
        await expect(verb(desk.deps, person, stored.id)).rejects.toMatchObject({
          code: 'NOT_FOUND',
        });
      }
    }
    expect(await read('not-an-id')).toBeNull();
  });

  test('personal data needs its right, when it is asked for and when it is fetched', async () => {
    const auditor = await addPerson(desk, 'auditor');
    const personal = define({ columns: ['transId', 'orderDesc'] });

    await expect(createExport(desk.deps, auditor, personal)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    expect(await audited()).toEqual(['denied']);
    expect((await makeExport(desk, auditor, define())).stored.state).toBe('ready');

    const { stored } = await makeExport(desk, manager, personal);
    const demoted: Person = {
      ...manager,
      memberships: manager.memberships.map((known) => ({ ...known, rights: ['see', 'export'] })),
    };
    expect(await read(stored.id, demoted)).toBeNull();
    expect(await read(stored.id)).toContain('Text of the order');
  });

  test('each export and each download is written down, with the digest of the file', async () => {
    const { digest, stored } = await makeExport(desk, manager, define());
    await read(stored.id);
    await downloadExport(desk.deps, manager, stored.id, { isAsked: false });
    await removeOwnExport(desk.deps, manager, stored.id);

    expect(await audited()).toEqual([
      'export-created',
      'export-made',
      'export-downloaded',
      'export-removed',
    ]);
    const { rows } = await desk.deps.database.read.query(
      `SELECT details ->> 'sha256' AS sha256 FROM audit_log WHERE action = 'export-made'`,
    );
    expect(rows).toEqual([{ sha256: digest }]);
    expect(await read(stored.id)).toBeNull();
    expect(await count('export_chunks')).toBe(0);
  });

  test('after seven days it is gone, and can be made again', async () => {
    const { stored } = await makeExport(desk, manager, define());
    await desk.advance(7 * DAY - 60_000);
    await cleanExports(desk.deps);
    expect(await read(stored.id)).not.toBeNull();

    await desk.advance(120_000);
    expect(await read(stored.id)).toBeNull();
    await cleanExports(desk.deps);
    expect((await findStored(desk.deps, manager, stored)).state).toBe('expired');
    expect(await count('export_chunks')).toBe(0);
    expect((await repeatExport(desk.deps, manager, stored.id)).state).toBe('queued');
  });

  test('a person has three at a time; two are made at once', async () => {
    const ids = [];
    for (let at = 0; at < 3; at += 1) ids.push(await createExport(desk.deps, manager, define()));
    await expect(createExport(desk.deps, manager, define())).rejects.toMatchObject({
      cause: { issues: [{ path: ['export'], message: 'too-many-open' }] },
    });
    await Promise.all([makeNext(desk), makeNext(desk), makeNext(desk)]);

    const made = await listExports(desk.deps, manager);
    expect(made.map(({ state }) => state)).toEqual(['ready', 'ready', 'ready']);
  });
});

describe('what is asked for', () => {
  test.each([
    ['everything', {}],
    ['a status', { status: ['captured'] }],
    ['an amount', { amountMin: 2_00, amountMax: 3_00 }],
    ['a search', { search: 'wolle' }],
    ['a day', { from: '2026-01-02', to: '2026-01-03' }],
    ['a deadline', { captureUrgency: ['none'] }],
    ['a sort', { sort: 'amount', order: 'asc' }],
  ] as const)('%s gives the rows of the list, in its order, with its sums', async (_, filter) => {
    await addPayments(
      desk,
      Array.from({ length: 12 }, (__, at) => ({
        amount: (1 + (at % 4)) * 1_00,
        captured: at % 3 === 0 ? 50 : 0,
        orderDesc: at % 2 === 0 ? 'Wolle' : 'Kaffee',
        at: Date.UTC(2026, 0, 1 + at),
      })),
    );
    const listed = await listPayments(
      desk.deps,
      manager,
      paymentFilter.parse({ ...filter, limit: 200 }),
    );
    const sum = (name: 'authorized' | 'captured' | 'remaining') =>
      listed.rows.reduce((total, row) => total + row[name], 0);

    const scope = { kind: 'filtered', filter };
    const columns = ['transId', 'authorized', 'captured', 'remaining'];
    const { bytes, stored } = await makeExport(desk, manager, define({ scope, columns }));

    const lines = bytes.toString().trimEnd().split('\r\n').slice(1);
    const cells = lines.map((line) => line.replaceAll('"', '').split(','));
    expect(cells.map(([transId]) => transId)).toEqual(listed.rows.map(({ transId }) => transId));
    expect(lines.length).toBeGreaterThan(0);
    for (const [at, name] of (['authorized', 'captured', 'remaining'] as const).entries()) {
      const total = cells.reduce((all, cell) => all + Math.round(Number(cell[at + 1]) * 100), 0);
      expect(total).toBe(sum(name));
      expect(stored.facts?.figures).toMatchObject([{ rows: lines.length, [name]: total }]);
    }
  });

  test('is counted beforehand, by the filter of the list', async () => {
    await addPayments(desk, [{ captured: 1_00 }, { captured: 2_00 }, {}]);
    const scope = { kind: 'filtered', filter: { status: ['captured'] } };

    expect(
      await estimateExport(desk.deps, manager, define({ scope, language: 'de' })),
    ).toMatchObject({
      rows: 2,
      filter: 'Status Gebucht · neueste zuerst',
    });
  });

  test.each([
    ['no column', { columns: [] }],
    ['a column nobody knows', { columns: ['secret'] }],
    ['a column twice', { columns: ['status', 'status'] }],
    ['a filter nobody knows', { scope: { kind: 'filtered', filter: { color: 'red' } } }],
    ['a cursor', { scope: { kind: 'filtered', filter: { cursor: 'AAAA' } } }],
    ['an empty selection', { scope: { kind: 'selected', paymentIds: [] } }],
    ['another format', { format: 'pdf' }],
    ['another language', { language: 'rm' }],
  ])('%s is refused', (_, wish) => {
    expect(exportDefinition.safeParse({ ...define(), ...wish }).success).toBe(false);
  });

  test('another merchant or connection is not found', async () => {
    const filter = { connection: 'other' };
    for (const wish of [{ merchantId: 2 }, { scope: { kind: 'filtered', filter } }]) {
      await expect(createExport(desk.deps, manager, define(wish))).rejects.toMatchObject({
        code: 'NOT_FOUND',
      });
    }
  });
});
