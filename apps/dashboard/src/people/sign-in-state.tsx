import { useTranslations } from 'use-intl';
import { Badge, type Tone } from '../ui/badge.tsx';
import type { IconName } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './people.module.css';
import type { Person } from './person.ts';

const looks: Record<Person['state'], { readonly tone: Tone; readonly icon: IconName }> = {
  active: { tone: 'success', icon: 'check-disc' },
  invited: { tone: 'info', icon: 'clock' },
  lapsed: { tone: 'warning', icon: 'struck-hourglass' },
};

/** Whether a person can sign in, with what, or until when the link works. */
export function SignInState({ person }: { readonly person: Person }) {
  const words = useTranslations('people');
  const format = useFormat();
  const { inviteExpiresAt, secondFactor, state } = person;
  return (
    <span className={styles.state}>
      <Badge {...looks[state]}>{words(`state.${state}`)}</Badge>
      <span className={styles.detail}>
        {state === 'active'
          ? words(secondFactor ? 'withCode' : 'withoutCode')
          : state === 'invited' && inviteExpiresAt !== null
            ? words('linkUntil', { date: format.instant(inviteExpiresAt) })
            : words('linkNeeded')}
      </span>
    </span>
  );
}
