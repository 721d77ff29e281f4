import { type DragEvent, type ReactNode, useId, useRef, useState } from 'react';
import { classNames } from './class-names.ts';
import { describedBy, Field } from './field.tsx';
import styles from './file-field.module.css';

type FileFieldProps = {
  readonly label: string;
  /** What can be dropped here. */
  readonly dropText: string;
  /** As the browser takes it: `.csv,.txt`. Only a proposal; the server looks at the content. */
  readonly accept: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly onFile: (file: File) => void;
};

/** The browser's own choice of a file, and an area onto which one can be dropped. */
export function FileField({ label, dropText, accept, hint, error, onFile }: FileFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (file: File | null | undefined) => {
    if (file != null) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const { files } = event.dataTransfer;
    // The field shows the name of what was dropped, as if it had been chosen.
    if (input.current !== null) input.current.files = files;
    take(files.item(0));
  };

  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way of two; the input inside is the other */}
      <div
        className={classNames(styles.area, isOver && styles.over)}
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <input
          ref={input}
          id={id}
          type="file"
          accept={accept}
          className={styles.input}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(id, error, hint)}
          onChange={(event) => take(event.target.files?.item(0))}
        />
        <span className={styles.drop}>{dropText}</span>
      </div>
    </Field>
  );
}
