import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/use-format.ts';
import { NoteForm } from './note-form.tsx';
import type { PaymentDetail } from './payment.ts';
import styles from './payment-notes.module.css';
import { useAddNote, useEditNote } from './use-notes.ts';

/** What people wrote about a payment, oldest first, and room for more. */
export function PaymentNotes({ payment }: { readonly payment: PaymentDetail }) {
  const words = useTranslations('payments.notes');
  const add = useAddNote(payment.id);
  const { notes, mayNote } = payment;
  return (
    <section className={styles.section} aria-labelledby="payment-notes">
      <h2 id="payment-notes">{words('title')}</h2>
      {notes.length === 0 ? <p className={styles.sub}>{words('none')}</p> : null}
      <ul className={styles.notes} aria-labelledby="payment-notes">
        {notes.map((note) => (
          <li key={note.id}>
            <NoteEntry note={note} mayEdit={note.isOwn && mayNote} />
          </li>
        ))}
      </ul>
      {mayNote ? (
        <NoteForm label={words('write')} submit={words('add')} initial="" write={add} clearsAfter />
      ) : null}
    </section>
  );
}

type NoteEntryProps = {
  readonly note: PaymentDetail['notes'][number];
  readonly mayEdit: boolean;
};

function NoteEntry({ note, mayEdit }: NoteEntryProps) {
  const words = useTranslations('payments.notes');
  const format = useFormat();
  const [isEditing, setIsEditing] = useState(false);
  const edit = useEditNote(note.id);
  const { text, by, at, editedAt } = note;

  if (isEditing) {
    return (
      <NoteForm
        label={words('change')}
        submit={words('save')}
        initial={text}
        write={edit}
        onDone={() => setIsEditing(false)}
      />
    );
  }
  return (
    <>
      <p className={styles.text}>
        <bdi>{text}</bdi>
      </p>
      <p className={styles.sub}>
        <bdi>{by}</bdi>
        {' · '}
        <time dateTime={new Date(at).toISOString()}>{format.shortInstant(at)}</time>
        {editedAt === null ? null : (
          <>
            {' · '}
            <time dateTime={new Date(editedAt).toISOString()}>
              {words('changed', { time: format.shortInstant(editedAt) })}
            </time>
          </>
        )}
      </p>
      {mayEdit ? (
        <Button
          tone="quiet"
          size="small"
          label={words('changeOf', { time: format.shortInstant(at) })}
          onPress={() => setIsEditing(true)}
        >
          {words('change')}
        </Button>
      ) : null}
    </>
  );
}
