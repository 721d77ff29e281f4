import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { DateField } from '../ui/date-field.tsx';
import { Folded } from '../ui/folded.tsx';
import { Select } from '../ui/select.tsx';
import { isDay } from '../ui/swiss-day.ts';
import styles from './audit.module.css';
import { type AuditSearch, readAuditSearch } from './audit.ts';
import { useAuditText } from './use-audit-text.ts';

/** The address of the page holds every choice, so that it can be shared. */
export function AuditFilters({ search }: { readonly search: AuditSearch }) {
  const words = useTranslations('audit');
  const days = useTranslations('payments.filter');
  const texts = useTranslations('ui');
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
  const chooseDay = (name: 'from' | 'to', day: string) => {
    if (day === '' || isDay(day)) choose(name, day);
  };
  const { from, to } = search;
  const isBackwards = from !== undefined && to !== undefined && to < from;
  const count = Object.keys(search).length;
  const all = { value: '', label: words('any') };
  return (
    <Folded summary={texts('filters', { count })}>
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
          options={[
            all,
            ...actions.map((action) => ({ value: action, label: text.action(action) })),
          ]}
        />
        <DateField
          label={words('from')}
          value={search.from ?? ''}
          onChange={(day) => chooseDay('from', day)}
        />
        <DateField
          label={words('to')}
          value={search.to ?? ''}
          error={isBackwards ? days('dayOrder') : undefined}
          onChange={(day) => chooseDay('to', day)}
        />
        {count === 0 ? null : (
          <Link to="/audit" search={{}}>
            {words('clear')}
          </Link>
        )}
      </div>
    </Folded>
  );
}
