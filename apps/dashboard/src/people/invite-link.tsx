import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { CopyButton } from '../ui/copy-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './people.module.css';
import type { Invitation } from './person.ts';

type InviteLinkProps = {
  readonly name: string;
  readonly invitation: Invitation;
  readonly actions?: ReactNode;
};

/** The link of an invitation, which no later request shows again. */
export function InviteLink({ name, invitation, actions }: InviteLinkProps) {
  const words = useTranslations('people');
  const format = useFormat();
  const box = useRef<HTMLElement>(null);
  const { expiresAt, link } = invitation;

  useEffect(() => box.current?.focus(), []);

  return (
    <section ref={box} tabIndex={-1} className={styles.link} aria-label={words('link')}>
      {link === null || expiresAt === null ? (
        <Notice tone="success" title={words('addedTitle', { name })} actions={actions}>
          {words('addedText')}
        </Notice>
      ) : (
        <Notice tone="success" title={words('linkTitle', { name })} actions={actions}>
          <p>{words('linkOnce', { date: format.instant(expiresAt) })}</p>
          <p className={styles.address}>
            <code className="identifier">{link}</code>
            <CopyButton text={link} what={words('link')} />
          </p>
          <p>{words('linkSecret')}</p>
        </Notice>
      )}
    </section>
  );
}
