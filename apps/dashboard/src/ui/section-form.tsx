import { type ReactNode, useEffect, useRef } from 'react';
import { type FieldValues, FormProvider, type Path, type UseFormReturn } from 'react-hook-form';
import { useLocale } from 'use-intl';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';
import styles from './section-form.module.css';

type SectionFormProps<Fields extends FieldValues> = {
  /** Made with `shouldFocusError: false`: this takes the focus itself, in reading order. */
  readonly form: UseFormReturn<Fields>;
  readonly onSubmit: (fields: Fields) => void;
  /** The last refusal of the server, and what it says of single fields. */
  readonly error: unknown;
  readonly refusedFields: (
    error: unknown,
  ) => readonly { readonly field: string; readonly text: string }[];
  readonly problemTitle: string;
  /** What stands in the way as a whole, while no field does. */
  readonly problem: string | null;
  /** How many fields do. */
  readonly problemsText: (count: number) => string;
  readonly isPending: boolean;
  readonly submitLabel: string;
  /** What to say once it is saved, until something changes. */
  readonly savedText?: string | null;
  readonly children: ReactNode;
};

/** A long form in sections. A refusal is told above them, and the first field that is wrong has the focus. */
export function SectionForm<Fields extends FieldValues>(props: SectionFormProps<Fields>) {
  const { children, error, form, isPending, onSubmit, problemTitle, refusedFields } = props;
  const { savedText = null, submitLabel } = props;
  const locale = useLocale();
  const box = useRef<HTMLFormElement>(null);
  const { errors, isDirty, isSubmitSuccessful, submitCount } = form.formState;
  const wrong = Object.keys(errors).length;
  const problem = wrong > 0 ? props.problemsText(wrong) : props.problem;

  useEffect(() => {
    const refused = refusedFields(error).filter(({ field }) => field in form.getValues());
    for (const [index, { field, text }] of refused.entries()) {
      form.setError(field as Path<Fields>, { message: text }, { shouldFocus: index === 0 });
    }
  }, [error, locale]);

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
