import { useId } from 'react';
import { useTranslations } from 'use-intl';
import type { Brands } from './connection.ts';
import styles from './connections.module.css';

type EndpointTableProps = {
  readonly base: string;
  readonly files: Brands['files'];
  /** Whether the brand's own documents name these files for TWINT. */
  readonly isDocumented: boolean;
};

/** Where each step is sent with this base, to be compared with the documents of the gateway. */
export function EndpointTable({ base, files, isDocumented }: EndpointTableProps) {
  const words = useTranslations('connections');
  const id = useId();
  return (
    <section className={styles.endpoints} aria-labelledby={id}>
      <h3 id={id}>{words('section.endpoints')}</h3>
      <p className={styles.hint}>{words('endpointsText')}</p>
      <dl className={styles.urls}>
        {files.map(({ operation, file }) => (
          <div key={operation} className={styles.url}>
            <dt>{words(`operation.${operation}`)}</dt>
            <dd>
              <code className="identifier">{addressOf(base, file)}</code>
            </dd>
          </div>
        ))}
      </dl>
      {isDocumented ? null : <p className={styles.hint}>{words('filesUnconfirmed')}</p>}
    </section>
  );
}

/** The file alone while nothing that could be a base stands before it. */
function addressOf(base: string, file: string): string {
  return base === '' ? `… /${file}` : `${base.replace(/\/*$/, '/')}${file}`;
}
