import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from '../payments/testing.ts';
import { addPerson } from '../payments/testing-person.ts';
import type { Person } from '../sessions/person.ts';
import { listViews } from './list-views.ts';
import { rememberHabits } from './remember-habits.ts';
import { removeView, saveView } from './save-view.ts';
import { saveViewInput } from './view-input.ts';

let desk: Desk;
let manager: Person;
let service: Person;

beforeAll(async () => {
  desk = await openDesk();
  manager = await addPerson(desk, 'manager');
  service = await addPerson(desk, 'service');
});
afterAll(() => desk.close());

const layout = { columns: ['order', 'status'], density: 'compact', mode: 'scroll' } as const;
const define = (wish: object = {}) =>
  saveViewInput.parse({
    viewId: randomUUID(),
    merchantId: 1,
    list: 'payments',
    name: `View ${randomUUID().slice(0, 8)}`,
    isTeam: false,
    address: { status: 'authorized', amountMin: 49.9, sort: 'captureBy' },
    layout,
    ...wish,
  });
const seenBy = async (person: Person) => (await listViews(desk.deps, person, 'payments')).views;
const audited = async (): Promise<string[]> => {
  const { rows } = await desk.deps.database.read.query<{ line: string }>(
    `SELECT action || ' ' || subject AS line FROM audit_log WHERE action LIKE 'view-%' ORDER BY seq`,
  );
  return rows.map(({ line }) => line);
};

test('a private view is seen by its owner alone, a view of the team by everybody', async () => {
  const own = define();
  const shared = define({ isTeam: true });
  await saveView(desk.deps, manager, own);
  await saveView(desk.deps, manager, own);
  await saveView(desk.deps, manager, shared);

  expect((await seenBy(manager)).map(({ id }) => id)).toEqual([shared.viewId, own.viewId]);
  expect((await seenBy(service)).map(({ id }) => id)).toEqual([shared.viewId]);
  const [seen] = await seenBy(service);
  expect(seen).toMatchObject({
    name: shared.name,
    isTeam: true,
    mayChange: false,
    by: 'manager',
    address: shared.address,
    layout,
    version: 1,
  });
  expect(await audited()).toEqual([`view-saved view:${shared.viewId}`]);
  expect((await listViews(desk.deps, manager, 'steps')).views).toEqual([]);
});

test('only who leads makes, changes and deletes views of the team', async () => {
  const shared = define({ isTeam: true });
  await saveView(desk.deps, manager, shared);
  const forbidden = { code: 'FORBIDDEN' };

  await expect(saveView(desk.deps, service, define({ isTeam: true }))).rejects.toMatchObject(
    forbidden,
  );
  await expect(
    saveView(desk.deps, service, { ...shared, isTeam: false, version: 1 }),
  ).rejects.toMatchObject(forbidden);
  await expect(removeView(desk.deps, service, shared.viewId)).rejects.toMatchObject(forbidden);
  await removeView(desk.deps, manager, shared.viewId);
  await removeView(desk.deps, manager, shared.viewId);
  expect((await seenBy(service)).map(({ id }) => id)).not.toContain(shared.viewId);
});

test('a view is renamed once, by the last who saw it', async () => {
  const own = define();
  await saveView(desk.deps, service, own);

  await saveView(desk.deps, service, { ...own, name: 'Renamed', version: 1 });
  await expect(
    saveView(desk.deps, service, { ...own, name: 'Too late', version: 1 }),
  ).rejects.toMatchObject({ refusal: 'stale-version' });

  const found = (await seenBy(service)).find(({ id }) => id === own.viewId);
  expect(found).toMatchObject({ name: 'Renamed', version: 2 });
});

test('a name that is taken is refused, another person may use it', async () => {
  const first = define({ name: 'Every morning' });
  await saveView(desk.deps, service, first);
  const again = saveView(desk.deps, service, define({ name: 'every MORNING' }));

  await expect(again).rejects.toMatchObject({
    code: 'BAD_REQUEST',
    cause: { issues: [{ path: ['name'], message: 'taken' }] },
  });
  await saveView(desk.deps, manager, define({ name: 'Every morning' }));
});

test('a foreign merchant, and somebody else’s view, are not found', async () => {
  const own = define();
  await saveView(desk.deps, manager, own);

  await expect(saveView(desk.deps, service, define({ merchantId: 2 }))).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(
    saveView(desk.deps, service, { ...own, name: 'Mine', version: 1 }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await removeView(desk.deps, service, own.viewId);
  expect((await seenBy(manager)).map(({ id }) => id)).toContain(own.viewId);
});

test('what was left is remembered part by part', async () => {
  const viewId = randomUUID();
  await rememberHabits(desk.deps, service, {
    list: 'payments',
    plain: { ...layout, columns: null },
  });
  await rememberHabits(desk.deps, service, { list: 'payments', lastView: viewId });

  const { habits } = await listViews(desk.deps, service, 'payments');
  expect(habits).toEqual({
    plain: { ...layout, columns: null },
    changed: null,
    lastView: viewId,
    defaultView: null,
  });
  expect((await listViews(desk.deps, manager, 'payments')).habits.lastView).toBeNull();
});

test.each([
  ['a name of nothing', { name: '  ' }],
  ['a name without end', { name: 'x'.repeat(61) }],
  ['a column twice', { layout: { ...layout, columns: ['order', 'order'] } }],
  ['no column', { layout: { ...layout, columns: [] } }],
  ['an address of objects', { address: { status: { $ne: 1 } } }],
])('%s is refused', (_, wish) => {
  expect(() => define(wish)).toThrow();
});
