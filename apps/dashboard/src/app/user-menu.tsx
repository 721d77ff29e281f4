import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { LanguageLinks } from './language-links.tsx';
import { useSession } from './session.tsx';
import { ThemeLinks } from './theme-links.tsx';
import { useSignOut } from './use-sign-out.ts';
import styles from './user-menu.module.css';

/** Who is signed in, and what belongs to the person: language, appearance, signing out. */
export function UserMenu() {
  const words = useTranslations('shell');
  const { person } = useSession();
  const [isOpen, setIsOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const signOut = useSignOut();
  const roles = [...new Set(person.memberships.map(({ role }) => role))];

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.stopPropagation();
    setIsOpen(false);
    trigger.current?.focus();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape bubbles up from the controls inside
    <div className={styles.menu} onKeyDown={closeOnEscape}>
      {isOpen ? (
        <div id="user-menu" className={styles.panel}>
          <LanguageLinks />
          <ThemeLinks />
          <Button onPress={signOut}>{words('signOut')}</Button>
        </div>
      ) : null}
      <button
        ref={trigger}
        type="button"
        className={styles.trigger}
        aria-expanded={isOpen}
        aria-controls="user-menu"
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className={styles.who}>
          <span className="visually-hidden">{words('account')}</span>
          <bdi className={styles.name}>{person.name}</bdi>
          <span className={styles.role}>
            {roles.map((role) => words(`role.${role}`)).join(', ')}
          </span>
        </span>
        <Icon name="chevron-down" />
      </button>
    </div>
  );
}
