import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { isStale, toFailure } from '../app/failure.ts';
import { Section } from '../ui/section.tsx';
import { SectionForm } from '../ui/section-form.tsx';
import { AccountFields } from './account-fields.tsx';
import { ChecklistFields } from './checklist-fields.tsx';
import type { Brands } from './connection.ts';
import type { ConnectionFields } from './connection-fields.ts';
import { ForwardFields } from './forward-fields.tsx';
import { KeyFields } from './key-fields.tsx';
import { RuleFields } from './rule-fields.tsx';

type ConnectionFormProps = {
  readonly known: Brands;
  readonly initial: ConnectionFields;
  /** Offered where there is a choice; empty when the merchant is settled. */
  readonly merchants: readonly { readonly merchantId: number; readonly merchantName: string }[];
  /** Null for a new connection, whose keys are required. */
  readonly keysSetAt: number | null;
  readonly submitLabel: string;
  readonly savedText?: string | null;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onSubmit: (fields: ConnectionFields) => void;
};

/** The settings of a connection. What was typed stays after every refusal. */
export function ConnectionForm({
  known,
  initial,
  merchants,
  keysSetAt,
  submitLabel,
  savedText = null,
  error,
  isPending,
  onSubmit,
}: ConnectionFormProps) {
  const words = useTranslations('connections');
  const errorText = useErrorText();
  const form = useForm<ConnectionFields>({ defaultValues: initial, shouldFocusError: false });
  const textOf = (field: string) => {
    if (field === 'baseUrl') return words('refusedAddress');
    return words(field === 'forwardTo' ? 'refusedForward' : 'refusedHere');
  };
  const refusedFields = (refusal: unknown) =>
    refusedNames(refusal).map((field) => ({ field, text: textOf(field) }));
  const problem = !error ? null : isStale(error) ? words('stale') : errorText(error);
  return (
    <SectionForm
      form={form}
      onSubmit={onSubmit}
      error={error}
      refusedFields={refusedFields}
      problemTitle={words('problem')}
      problem={problem}
      problemsText={(count) => words('problems', { count })}
      isPending={isPending}
      submitLabel={isPending ? words('saving') : submitLabel}
      savedText={savedText}
    >
      <Section title={words('section.account')}>
        <AccountFields merchants={merchants} known={known} />
      </Section>
      <Section title={words('section.keys')}>
        <KeyFields keysSetAt={keysSetAt} />
      </Section>
      <Section title={words('section.rules')}>
        <RuleFields />
      </Section>
      <Section title={words('section.forward')}>
        <ForwardFields />
      </Section>
      <Section title={words('section.checklist')}>
        <ChecklistFields />
      </Section>
    </SectionForm>
  );
}

function refusedNames(error: unknown): string[] {
  if (!error) return [];
  const failure = toFailure(error);
  return failure.type === 'bad-input' ? failure.fields.map(({ field }) => field) : [];
}
