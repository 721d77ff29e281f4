import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { Folded } from '../ui/folded.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { kinds, states } from './notification.ts';
import { type NotificationSearch, readNotificationSearch } from './notification-search.ts';
import styles from './notifications.module.css';

type NotificationFiltersProps = { readonly search: NotificationSearch };

/** The address of the page holds every choice, so that it can be shared. */
export function NotificationFilters({ search }: NotificationFiltersProps) {
  const words = useTranslations('notifications');
  const texts = useTranslations('ui');
  const { person } = useSession();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(search.search ?? '');
  useEffect(() => setTyped(search.search ?? ''), [search.search]);

  const choose = (name: 'state' | 'kind' | 'connection' | 'search', value: string) => {
    const next = readNotificationSearch({ ...search, [name]: value.trim() });
    void navigate({ to: '/notifications', search: { ...next }, replace: true });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    choose('search', typed);
  };
  const { view: _, ...narrowed } = search;
  const count = Object.keys(narrowed).length;
  const all = { value: '', label: words('any') };

  return (
    <div className={styles.filters}>
      <nav className={styles.views} aria-label={words('views')}>
        {(['problems', 'all'] as const).map((view) => (
          <Link
            key={view}
            to="/notifications"
            search={{ ...search, view }}
            className={classNames(styles.view, search.view === view && styles.current)}
            aria-current={search.view === view ? 'page' : undefined}
          >
            {words(`view.${view}`)}
          </Link>
        ))}
      </nav>
      <Folded summary={texts('filters', { count })}>
        <form className={styles.choices} onSubmit={submit}>
          <Select
            label={words('state')}
            value={search.state ?? ''}
            onChange={({ target }) => choose('state', target.value)}
            options={[
              all,
              ...states.map((value) => ({ value, label: words(`stateName.${value}`) })),
            ]}
          />
          <Select
            label={words('kind')}
            value={search.kind ?? ''}
            onChange={({ target }) => choose('kind', target.value)}
            options={[all, ...kinds.map((value) => ({ value, label: words(`kindName.${value}`) }))]}
          />
          <Select
            label={words('connection')}
            value={search.connection ?? ''}
            onChange={({ target }) => choose('connection', target.value)}
            options={[
              all,
              ...person.connections.map(({ slug, label }) => ({ value: slug, label })),
            ]}
          />
          <TextField
            label={words('search')}
            value={typed}
            maxLength={64}
            spellCheck={false}
            autoCapitalize="none"
            autoComplete="off"
            onChange={({ target }) => setTyped(target.value)}
          />
          <Button type="submit">{words('find')}</Button>
        </form>
      </Folded>
    </div>
  );
}
