import { useTranslations } from 'use-intl';
import { CopyButton } from '../ui/copy-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import type { Connection } from './connection.ts';
import styles from './connections.module.css';

type CallbackUrlsProps = { readonly connection: Connection };

/** The addresses the shop hands to the gateway. */
export function CallbackUrls({ connection }: CallbackUrlsProps) {
  const words = useTranslations('connections');
  return (
    <Section title={words('section.callbacks')}>
      <p className={styles.hint}>{words('callbacksText')}</p>
      {connection.callbackProblem === null ? null : (
        <Notice tone="warning">{words('callbackProblem')}</Notice>
      )}
      <dl className={styles.urls}>
        {(['notify', 'success', 'failure'] as const).map((kind) => (
          <div key={kind} className={styles.url}>
            <dt>{words(`callback.${kind}`)}</dt>
            <dd>
              <code className="identifier">{connection.callbackUrls[kind]}</code>
              <CopyButton text={connection.callbackUrls[kind]} what={words(`callback.${kind}`)} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
