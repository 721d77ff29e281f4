import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../sessions/person.ts';
import { getPayment } from './get-payment.ts';
import { listPayments } from './list-payments.ts';
import { paymentFilter } from './payment-filter.ts';
import { type Desk, openDesk, pay } from './testing.ts';
import { addPerson } from './testing-person.ts';
import { addNote, addNoteInput, editNote } from './write-note.ts';

let desk: Desk;
let shipping: Person;
let service: Person;
let paymentId: string;

beforeAll(async () => {
  desk = await openDesk();
  shipping = await addPerson(desk, 'shipping');
  service = await addPerson(desk, 'service');
  paymentId = (await pay(desk, 5_000)).paymentId;
});
afterAll(() => desk.close());

const notesFor = async (person: Person) => (await getPayment(desk.deps, person, paymentId)).notes;
const audited = async (): Promise<string[]> => {
  const { rows } = await desk.deps.database.read.query<{ line: string }>(
    `SELECT action || ' ' || (details ->> 'noteId') AS line FROM audit_log
     WHERE action LIKE 'note-%' ORDER BY seq`,
  );
  return rows.map(({ line }) => line);
};

test('a note says who wrote what when, is found by the filter, and sent twice it is one', async () => {
  const filter = paymentFilter.parse({ note: true });
  expect((await listPayments(desk.deps, service, filter)).rows).toEqual([]);
  const noteId = randomUUID();
  const note = { paymentId, noteId, text: 'Second parcel follows on Friday <b>' };

  await addNote(desk.deps, shipping, note);
  await addNote(desk.deps, shipping, note);

  expect(await notesFor(service)).toEqual([
    {
      id: noteId,
      text: note.text,
      by: 'shipping',
      at: expect.any(Number),
      editedAt: null,
      isOwn: false,
    },
  ]);
  const found = (await listPayments(desk.deps, service, filter)).rows;
  expect(found.map(({ id }) => id)).toEqual([paymentId]);
  expect(await audited()).toEqual([`note-added ${noteId}`]);
});

test('only its author changes a note, and the log tells of it', async () => {
  const noteId = randomUUID();
  await addNote(desk.deps, service, { paymentId, noteId, text: 'Caled' });

  await editNote(desk.deps, service, { noteId, text: 'Called' });
  await editNote(desk.deps, service, { noteId, text: 'Called' });
  await expect(editNote(desk.deps, shipping, { noteId, text: 'Mine' })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });

  const note = (await notesFor(service)).find(({ id }) => id === noteId);
  expect(note).toMatchObject({ text: 'Called', isOwn: true, editedAt: expect.any(Number) });
  expect((await audited()).filter((line) => line.endsWith(noteId))).toEqual([
    `note-added ${noteId}`,
    `note-edited ${noteId}`,
  ]);
});

test('who only looks on writes nothing', async () => {
  const auditor = await addPerson(desk, 'auditor');
  const wish = { paymentId, noteId: randomUUID(), text: 'Seen' };

  expect((await getPayment(desk.deps, auditor, paymentId)).mayNote).toBe(false);
  await expect(addNote(desk.deps, auditor, wish)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  expect((await notesFor(auditor)).map(({ text }) => text)).not.toContain('Seen');
});

test('a foreign payment and a foreign note are not found', async () => {
  const foreign: Person = { ...service, memberships: [] };
  const noteId = randomUUID();
  await addNote(desk.deps, service, { paymentId, noteId, text: 'Ours' });

  await expect(
    addNote(desk.deps, foreign, { paymentId, noteId: randomUUID(), text: 'x' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(editNote(desk.deps, foreign, { noteId, text: 'x' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  // The same id for another person's note must not pass for having been written.
  await expect(
    addNote(desk.deps, shipping, { paymentId, noteId, text: 'x' }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test.each([
  ['nothing', '', 'empty'],
  ['spaces', '   ', 'empty'],
  ['2001 characters', 'x'.repeat(2001), 'too-long'],
  ['a NUL', 'a\0b', 'control-character'],
])('%s is refused', (_, text, problem) => {
  const { error } = addNoteInput.safeParse({ paymentId, noteId: randomUUID(), text });

  expect(error?.issues).toMatchObject([{ path: ['text'], message: problem }]);
});
