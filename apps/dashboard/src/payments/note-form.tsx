import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextArea } from '../ui/text-area.tsx';
import styles from './payment-notes.module.css';
import type { WriteNote } from './use-notes.ts';

type NoteFormProps = {
  readonly label: string;
  readonly submit: string;
  readonly initial: string;
  readonly write: WriteNote;
  /** The field is empty again once the note is written. */
  readonly clearsAfter?: boolean;
  /** Written or given up; given, the form takes the focus. */
  readonly onDone?: () => void;
};

const longest = 2000;

/** A note being written. Nothing typed is lost when it cannot be sent. */
export function NoteForm({
  label,
  submit,
  initial,
  write,
  clearsAfter = false,
  onDone,
}: NoteFormProps) {
  const words = useTranslations('payments.notes');
  const errorText = useErrorText();
  const [text, setText] = useState(initial);
  const [problem, setProblem] = useState<'empty' | 'tooLong' | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const takesFocus = onDone !== undefined;
  useEffect(() => {
    if (takesFocus) form.current?.querySelector('textarea')?.focus();
  }, [takesFocus]);

  const send = (event: SubmitEvent) => {
    event.preventDefault();
    const { length } = text.trim();
    const found = length === 0 ? 'empty' : length > longest ? 'tooLong' : null;
    setProblem(found);
    if (found !== null) return form.current?.querySelector('textarea')?.focus();
    write.send(text.trim(), () => {
      if (clearsAfter) setText('');
      onDone?.();
    });
  };

  return (
    <form ref={form} className={styles.form} onSubmit={send} noValidate>
      <TextArea
        rows={3}
        label={label}
        counter={text.length > longest - 200 ? `${text.trim().length} / ${longest}` : undefined}
        error={
          problem === null
            ? undefined
            : words(problem, { count: text.trim().length, most: longest })
        }
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setProblem(null);
        }}
      />
      {write.error === null ? null : (
        <Notice tone="danger" role="alert">
          {errorText(write.error)}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button type="submit" size="small" isPending={write.isPending}>
          {submit}
        </Button>
        {onDone === undefined ? null : (
          <Button tone="quiet" size="small" onPress={onDone}>
            {words('back')}
          </Button>
        )}
      </div>
    </form>
  );
}
