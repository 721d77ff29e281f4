import { useEffect } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { IdentityFields } from './identity-fields.tsx';
import styles from './people.module.css';
import type { Role, Roles } from './person.ts';
import type { PersonFields } from './person-fields.ts';
import { RoleFields } from './role-fields.tsx';
import { usePeopleError } from './use-people-error.ts';

type PersonFormProps = {
  readonly initial: PersonFields;
  readonly roles: Roles;
  /** Where somebody may be invited to; null for a person who is there already. */
  readonly merchants:
    | readonly { readonly merchantId: number; readonly merchantName: string }[]
    | null;
  readonly submitLabel: string;
  readonly savedText?: string | null;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onSubmit: (fields: PersonFields & { role: Role }) => void;
};

/** Who somebody is and what they may do. What was typed stays after every refusal. */
export function PersonForm({
  initial,
  roles,
  merchants,
  submitLabel,
  savedText = null,
  error,
  isPending,
  onSubmit,
}: PersonFormProps) {
  const words = useTranslations('people');
  const { fieldsOf, textOf } = usePeopleError();
  const form = useForm<PersonFields>({ defaultValues: initial });
  const { setError } = form;

  useEffect(() => {
    for (const { field, text } of fieldsOf(error)) {
      if (field in initial) {
        setError(field as keyof PersonFields, { message: text }, { shouldFocus: true });
      }
    }
  }, [error]);

  const submit = form.handleSubmit(({ role, ...fields }) => {
    if (role !== null) onSubmit({ ...fields, role });
  });
  const wrong = Object.keys(form.formState.errors).length;
  const problem = wrong > 0 ? words('problems', { count: wrong }) : error ? textOf(error) : null;
  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void submit(event)} className={styles.form} noValidate>
        {problem === null ? null : (
          <Notice tone="danger" role="alert" title={words('problem')}>
            {problem}
          </Notice>
        )}
        {merchants === null ? null : (
          <Section title={words('section.person')}>
            <IdentityFields merchants={merchants} />
          </Section>
        )}
        <Section title={words('section.role')}>
          <RoleFields roles={roles} />
        </Section>
        <div className={styles.submit}>
          <Button tone="primary" size="large" type="submit" isPending={isPending}>
            {isPending ? words('saving') : submitLabel}
          </Button>
          <p role="status" className={styles.saved}>
            {savedText !== null && !form.formState.isDirty ? savedText : ''}
          </p>
        </div>
      </form>
    </FormProvider>
  );
}
