import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './audit.module.css';
import { type AuditSearch, readAuditSearch } from './audit.ts';
import { useAuditText } from './use-audit-text.ts';

/** The address of the page holds every choice, so that it can be shared. */
export function AuditFilters({ search }: { readonly search: AuditSearch }) {
  const words = useTranslations('audit');
  const text = useAuditText();
  const trpc = useTRPC();
  const navigate = useNavigate();
  const { data: { actions = [], people = [] } = {} } = useQuery(trpc.audit.choices.queryOptions());

  const choose = (name: keyof AuditSearch, value: string) =>
    void navigate({
      to: '/audit',
      search: { ...readAuditSearch({ ...search, [name]: value }) },
      replace: true,
    });
  const all = { value: '', label: words('any') };
  return (
    <div className={styles.choices}>
      <Select
        label={words('who')}
        value={search.actorId ?? ''}
        onChange={({ target }) => choose('actorId', target.value)}
        options={[all, ...people.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Select
        label={words('what')}
        value={search.action ?? ''}
        onChange={({ target }) => choose('action', target.value)}
        options={[all, ...actions.map((action) => ({ value: action, label: text.action(action) }))]}
      />
      <TextField
        label={words('from')}
        type="date"
        value={search.from ?? ''}
        onChange={({ target }) => choose('from', target.value)}
      />
      <TextField
        label={words('to')}
        type="date"
        value={search.to ?? ''}
        onChange={({ target }) => choose('to', target.value)}
      />
      {Object.keys(search).length === 0 ? null : (
        <Link to="/audit" search={{}}>
          {words('clear')}
        </Link>
      )}
    </div>
  );
}
