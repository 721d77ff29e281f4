import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './navigation.module.css';
import { useSession } from './session.tsx';
import { useTRPC } from './trpc.ts';

/** The pages a role may use: a column on wide screens, behind a menu button on narrow ones. */
export function Navigation({ foot }: { readonly foot: ReactNode }) {
  const words = useTranslations('shell');
  const { can, person } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });

  useEffect(() => setIsOpen(false), [path]);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    setIsOpen(false);
    button.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape bubbles up from the controls inside
    <header className={styles.side} onKeyDown={closeOnEscape}>
      <div className={styles.top}>
        <span className={styles.brand}>
          <span className={styles.mark} aria-hidden="true" />
          <bdi className={styles.merchant}>
            {person.memberships.map(({ merchantName }) => merchantName).join(', ')}
          </bdi>
        </span>
        <button
          ref={button}
          type="button"
          className={styles.menuButton}
          aria-expanded={isOpen}
          aria-controls="navigation"
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon name={isOpen ? 'close' : 'menu'} />
          {isOpen ? words('closeMenu') : words('menu')}
        </button>
      </div>
      <div id="navigation" className={classNames(styles.panel, isOpen && styles.open)}>
        <nav aria-label={words('nav')} className={styles.nav}>
          <Link to="/" className={styles.link} activeOptions={{ exact: true }}>
            {words('overview')}
            {can('see') ? <DueCount /> : null}
          </Link>
          {can('see') ? (
            <Link to="/payments" className={styles.link}>
              {words('payments')}
            </Link>
          ) : null}
          {can('see') ? (
            <Link to="/unresolved" className={styles.link}>
              {words('unresolved')}
              <UnknownCount />
            </Link>
          ) : null}
          {can('link') ? (
            <Link to="/links" className={styles.link}>
              {words('links')}
            </Link>
          ) : null}
          {can('batch') ? (
            <Link to="/batches" className={styles.link}>
              {words('batches')}
            </Link>
          ) : null}
          {can('export') ? (
            <Link to="/exports" className={styles.link}>
              {words('exports')}
            </Link>
          ) : null}
          {can('reports') ? (
            <Link to="/reconciliation" className={styles.link}>
              {words('reconciliation')}
            </Link>
          ) : null}
          {can('import') ? (
            <Link to="/imports" className={styles.link}>
              {words('imports')}
            </Link>
          ) : null}
          {can('reports') ? (
            <Link to="/reports" className={styles.link}>
              {words('reports')}
            </Link>
          ) : null}
          {can('audit') ? (
            <Link to="/notifications" className={styles.link}>
              {words('notifications')}
            </Link>
          ) : null}
          {can('audit') ? (
            <Link to="/audit" className={styles.link}>
              {words('audit')}
            </Link>
          ) : null}
          {can('connections') || can('users') ? (
            <p className={styles.group}>{words('settings')}</p>
          ) : null}
          {can('connections') ? (
            <Link to="/settings/connections" className={styles.link}>
              {words('connections')}
            </Link>
          ) : null}
          {can('users') ? (
            <Link to="/settings/people" className={styles.link}>
              {words('people')}
            </Link>
          ) : null}
        </nav>
        <div className={styles.foot}>{foot}</div>
      </div>
    </header>
  );
}

function UnknownCount() {
  const words = useTranslations('overview');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.overview.get.queryOptions());
  if (data === undefined || data.unresolvedCount === 0) return null;
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{data.unresolvedCount}</span>
      <span className="visually-hidden">
        {words('unknownSome', { count: data.unresolvedCount })}
      </span>
    </span>
  );
}

function DueCount() {
  const words = useTranslations('shell');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.overview.get.queryOptions());
  if (data === undefined) return null;
  const count = data.queueCounts.critical + data.queueCounts.urgent;
  if (count === 0) return null;
  return (
    <span className={styles.count}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">{words('dueSoon', { count })}</span>
    </span>
  );
}
