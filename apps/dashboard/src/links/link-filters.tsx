import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { linkStates } from './link.ts';
import { type LinkSearch, readLinkSearch } from './link-search.ts';
import styles from './links.module.css';

/** State and text; the address holds both, so that a list can be shared and found again. */
export function LinkFilters({ search }: { readonly search: LinkSearch }) {
  const words = useTranslations('links');
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.search ?? '');
  useEffect(() => setTyped(search.search ?? ''), [search.search]);
  const choose = (name: 'state' | 'search', value: string) => {
    const { state, search: text } = search;
    const next = readLinkSearch({ state, search: text, [name]: value });
    void navigate({ to: '/links', search: { ...next }, replace: true });
  };
  return (
    <div className={styles.filters}>
      <Select
        label={words('filter')}
        value={search.state ?? ''}
        onChange={({ target }) => choose('state', target.value)}
        options={[
          { value: '', label: words('all') },
          ...linkStates.map((value) => ({ value, label: words(`stateName.${value}`) })),
        ]}
      />
      <TextField
        label={words('search')}
        type="search"
        maxLength={100}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          choose('search', target.value);
        }}
      />
    </div>
  );
}
