import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Section } from '../ui/section.tsx';
import { SectionForm } from '../ui/section-form.tsx';
import { IdentityFields } from './identity-fields.tsx';
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
  const form = useForm<PersonFields>({ defaultValues: initial, shouldFocusError: false });
  return (
    <SectionForm
      form={form}
      onSubmit={({ role, ...fields }) => {
        if (role !== null) onSubmit({ ...fields, role });
      }}
      error={error}
      refusedFields={fieldsOf}
      problemTitle={words('problem')}
      problem={error ? textOf(error) : null}
      problemsText={(count) => words('problems', { count })}
      isPending={isPending}
      submitLabel={isPending ? words('saving') : submitLabel}
      savedText={savedText}
    >
      {merchants === null ? null : (
        <Section title={words('section.person')}>
          <IdentityFields merchants={merchants} />
        </Section>
      )}
      <Section title={words('section.role')}>
        <RoleFields roles={roles} />
      </Section>
    </SectionForm>
  );
}
