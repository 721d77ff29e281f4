import { type ReactNode, useEffect, useRef } from 'react';
import { type FieldValues, FormProvider, type UseFormReturn } from 'react-hook-form';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import styles from './section-form.module.css';

type SectionFormProps<Fields extends FieldValues> = {
  /** Made with `shouldFocusError: false`: this takes the focus itself, in reading order. */
  readonly form: UseFormReturn<Fields>;
  readonly onSubmit: (fields: Fields) => void;
  readonly problemTitle: string;
  /** What stands in the way as a whole, or how many fields do. */
  readonly problem: string | null;
  readonly isPending: boolean;
  readonly submitLabel: string;
  /** What to say once it is saved, until something changes. */
  readonly savedText?: string | null;
  readonly children: ReactNode;
};

/** A long form in sections. A refusal is told above them, and the first field that is wrong has the focus. */
export function SectionForm<Fields extends FieldValues>(props: SectionFormProps<Fields>) {
  const { form, onSubmit, problemTitle, problem, isPending, submitLabel, children } = props;
  const { savedText = null } = props;
  const box = useRef<HTMLFormElement>(null);
  const { isDirty, isSubmitSuccessful, submitCount } = form.formState;

  useEffect(() => {
    if (submitCount === 0 || isSubmitSuccessful) return;
    box.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [submitCount, isSubmitSuccessful]);

  return (
    <FormProvider {...form}>
      <form
        ref={box}
        className={styles.form}
        noValidate
        onSubmit={(event) => void form.handleSubmit(onSubmit)(event)}
      >
        {problem === null ? null : (
          <Notice tone="danger" role="alert" title={problemTitle}>
            {problem}
          </Notice>
        )}
        {children}
        <div className={styles.submit}>
          <Button tone="primary" size="large" type="submit" isPending={isPending}>
            {submitLabel}
          </Button>
          <p role="status" className={styles.saved}>
            {savedText !== null && !isDirty ? savedText : ''}
          </p>
        </div>
      </form>
    </FormProvider>
  );
}
