import { TRPCError } from '@trpc/server';
import { mayNote } from 'paygate-payments';
import { z } from 'zod';
import { recordAudit } from '../audit/record-audit.ts';
import { recordDenial } from '../audit/record-denial.ts';
import type { Deps } from '../deps.ts';
import type { Person } from '../sessions/person.ts';
import { inTransaction, type Sql } from '../storage/database.ts';
import { tellLive } from '../storage/tell-live.ts';
import { findVisiblePayment, visibleMerchants } from './find-visible-payment.ts';
import { insertNote, lockNote, type Note, updateNote } from './note-store.ts';
import { id } from './operation-input.ts';

export const longestNote = 2000;

const text = z
  .string()
  .trim()
  .min(1, 'empty')
  .max(longestNote, 'too-long')
  .refine((written) => !written.includes('\0'), 'control-character');

/** `noteId` is made by the caller: the same note sent twice is one note. */
export const addNoteInput = z.strictObject({ paymentId: id, noteId: id, text });
export const editNoteInput = z.strictObject({ noteId: id, text });

/**
 * Writes a note about a payment. It moves nothing and nobody waits for it.
 * @throws TRPCError NOT_FOUND for a foreign payment or a foreign note of this id, FORBIDDEN for who
 * only looks on.
 */
export async function addNote(
  deps: Deps,
  person: Person,
  input: z.output<typeof addNoteInput>,
): Promise<void> {
  const { merchantId, id: paymentId } = await findVisiblePayment(
    deps.database.read,
    person,
    input.paymentId,
  );
  if (!mayWrite(person, merchantId)) {
    await recordDenial(deps, person, { right: 'see', path: 'payments.addNote' });
    throw new TRPCError({ code: 'FORBIDDEN', message: 'note' });
  }
  await inTransaction(deps.database.read, async (sql) => {
    const at = deps.clock.now();
    const note = {
      id: input.noteId,
      merchantId,
      paymentId,
      text: input.text,
      createdBy: person.id,
    };
    if (await insertNote(sql, { ...note, at })) {
      await told(sql, note, 'note-added', at);
      return;
    }
    const known = await lockNote(sql, [merchantId], note.id);
    if (known?.paymentId !== paymentId || known.createdBy !== person.id) {
      throw new TRPCError({ code: 'NOT_FOUND' });
    }
  });
}

/**
 * Changes one's own note. The same text again changes nothing.
 * @throws TRPCError NOT_FOUND for a foreign note, FORBIDDEN for another person's.
 */
export async function editNote(
  deps: Deps,
  person: Person,
  input: z.output<typeof editNoteInput>,
): Promise<void> {
  await inTransaction(deps.database.read, async (sql) => {
    const note = await lockNote(sql, visibleMerchants(person), input.noteId);
    if (note === null) throw new TRPCError({ code: 'NOT_FOUND' });
    if (note.createdBy !== person.id || !mayWrite(person, note.merchantId)) {
      throw new TRPCError({ code: 'FORBIDDEN', message: 'author' });
    }
    if (note.text === input.text) return;
    const now = deps.clock.now();
    await updateNote(sql, note, input.text, now);
    await told(sql, note, 'note-edited', now);
  });
}

/** Whether a person may write notes at a merchant. */
export function mayWrite({ memberships }: Person, merchantId: number): boolean {
  return memberships.some((known) => known.merchantId === merchantId && mayNote(known.rights));
}

/** The log says that, when and by whom; what was written may name people and can be changed. */
async function told(
  sql: Sql,
  {
    id: noteId,
    merchantId,
    paymentId,
    createdBy,
  }: Pick<Note, 'id' | 'merchantId' | 'paymentId' | 'createdBy'>,
  action: 'note-added' | 'note-edited',
  at: number,
): Promise<void> {
  await tellLive(sql, { type: 'payment', merchantId, paymentId });
  await recordAudit(sql, {
    merchantId,
    at,
    actorId: createdBy,
    action,
    subject: `payment:${paymentId}`,
    details: { noteId },
  });
}
