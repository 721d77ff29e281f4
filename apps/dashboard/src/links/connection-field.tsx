import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import { Select } from '../ui/select.tsx';
import type { LinkConnection } from './link.ts';

type ConnectionFieldProps = Omit<ComponentProps<typeof Select>, 'label' | 'options'> & {
  readonly connections: readonly LinkConnection[];
  /** Whether one has to be chosen first. */
  readonly isOpen: boolean;
};

/** Who is paid; spread `register('connection')` into it. Nothing to ask where there is one connection. */
export function ConnectionField({ connections, isOpen, ...select }: ConnectionFieldProps) {
  const words = useTranslations('links');
  if (connections.length === 1) return null;
  return (
    <Select
      {...select}
      label={words('connection')}
      options={[
        ...(isOpen ? [{ value: '', label: words('chooseConnection') }] : []),
        ...connections.map(({ slug, label }) => ({ value: slug, label })),
      ]}
    />
  );
}
