import { useTranslations } from 'use-intl';
import { CopyButton } from '../ui/copy-button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Connection } from './connection.ts';
import styles from './connections.module.css';

type CallbackUrlsProps = { readonly connection: Connection };

/** Where this brand is called, operation by operation; nowhere to be changed one by one. */
export function Endpoints({ connection }: CallbackUrlsProps) {
  const words = useTranslations('connections');
  return (
    <section className={styles.section} aria-labelledby="endpoints">
      <h2 id="endpoints">{words('section.endpoints')}</h2>
      <div className={styles.fields}>
        <p className={styles.hint}>{words('endpointsText')}</p>
        <ul className={styles.urls}>
          {connection.endpoints.map((url) => (
            <li key={url} className={styles.url}>
              <code className="identifier">{url}</code>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

/** The addresses the shop hands to the gateway. */
export function CallbackUrls({ connection }: CallbackUrlsProps) {
  const words = useTranslations('connections');
  return (
    <section className={styles.section} aria-labelledby="callback-urls">
      <h2 id="callback-urls">{words('section.callbacks')}</h2>
      <div className={styles.fields}>
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
      </div>
    </section>
  );
}
