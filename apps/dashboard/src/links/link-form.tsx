import { useEffect, useRef } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { Section } from '../ui/section.tsx';
import { SectionForm } from '../ui/section-form.tsx';
import { useFormat } from '../ui/use-format.ts';
import { IntegratorFields } from './integrator-fields.tsx';
import type { LinkConnection, NewLink } from './link.ts';
import { emptyFields, type LinkFields, ownCapture, type Rest, toNewLink } from './link-fields.ts';
import { useLinkError } from './use-link-error.ts';
import { WhatFields } from './what-fields.tsx';
import { WhenFields } from './when-fields.tsx';

type LinkFormProps = {
  readonly connections: readonly LinkConnection[];
  /** The one to begin with; undefined where somebody has to choose. */
  readonly first: LinkConnection | undefined;
  readonly rest: Rest | null;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly onSubmit: (link: NewLink) => void;
};

/** A new payment link. What was typed stays after every refusal; sent twice it makes one link. */
export function LinkForm({ connections, first, rest, error, isPending, onSubmit }: LinkFormProps) {
  const words = useTranslations('links');
  const { lang, now } = useFormat();
  const { fieldsOf, textOf } = useLinkError();
  const key = useRef({ sent: '', value: '' });
  const form = useForm<LinkFields>({
    defaultValues: emptyFields(first, { now, lang, rest }),
    shouldFocusError: false,
  });
  const { setValue } = form;
  const hasChosen = form.formState.dirtyFields.capture === true;
  const slug = form.watch('connection');
  const connection = connections.find((known) => known.slug === slug);

  useEffect(() => {
    // What somebody chose stays where the contract can do it.
    if (connection?.captureParameter === 'yes' && hasChosen) return;
    setValue('capture', ownCapture(connection));
  }, [connection, hasChosen, setValue]);

  const submit = (fields: LinkFields) => {
    // A changed wish is another link; the same one sent again is the same.
    const sent = JSON.stringify(fields);
    if (key.current.sent !== sent) key.current = { sent, value: crypto.randomUUID() };
    onSubmit(toNewLink(fields, key.current.value, rest));
  };
  return (
    <SectionForm
      form={form}
      onSubmit={submit}
      error={error}
      refusedFields={fieldsOf}
      problemTitle={words('problem')}
      problem={error ? textOf(error) : null}
      problemsText={(count) => words('problems', { count })}
      isPending={isPending}
      submitLabel={isPending ? words('saving') : words('submit')}
    >
      <Section title={words('section.what')}>
        <WhatFields connections={connections} />
      </Section>
      <Section title={words('section.when')}>
        <WhenFields connection={connection} />
      </Section>
      <IntegratorFields />
    </SectionForm>
  );
}
