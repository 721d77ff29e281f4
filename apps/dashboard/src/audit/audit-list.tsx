import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import styles from './audit.module.css';
import { type AuditLine, readAuditSearch } from './audit.ts';
import { useAuditText } from './use-audit-text.ts';

/** One line of the log a row: when, who, what, on what, and everything that was written with it. */
export function AuditList({ rows }: { readonly rows: readonly AuditLine[] }) {
  const words = useTranslations('audit');
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('when')}</th>
            <th scope="col">{words('who')}</th>
            <th scope="col">{words('what')}</th>
            <th scope="col">{words('onWhat')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.merchantId} ${row.seq}`} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { readonly row: AuditLine };

function Row({ row }: RowProps) {
  const words = useTranslations('audit');
  const format = useFormat();
  const text = useAuditText();
  const { action, at, by, seq } = row;
  const amount = text.amount(row);
  const why = text.why(row);
  return (
    <tr>
      <th scope="row">
        <time dateTime={new Date(at).toISOString()}>{format.instant(at)}</time>
        <span className={styles.detail}>{words('line', { seq })}</span>
      </th>
      <td>{by === null ? words('system') : <bdi>{by.name}</bdi>}</td>
      <td>
        {text.action(action)}
        {amount === null ? null : ` · ${amount}`}
        {why === null ? null : <span className={styles.detail}>{why}</span>}
        <Details row={row} />
      </td>
      <td>
        <Subject row={row} />
      </td>
    </tr>
  );
}

function Subject({ row: { subject, subjectName } }: RowProps) {
  const words = useTranslations('audit');
  const text = useAuditText();
  const [kind, id = ''] = subject.split(':');
  return (
    <>
      <span className={styles.detail}>{text.subject(subject)}</span>
      {kind === 'payment' ? (
        <Link to="/payments/$paymentId" params={{ paymentId: id }}>
          <bdi>{subjectName ?? id}</bdi>
        </Link>
      ) : kind === 'merchant' ? null : (
        <bdi>{subjectName ?? id}</bdi>
      )}
      <span className={styles.detail}>
        <Link to="/audit" search={{ ...readAuditSearch({ subject }) }}>
          {words('onlyThis')}
        </Link>
      </span>
    </>
  );
}

/** As it was written, to the letter: the names are those of the program. */
function Details({ row: { at, details, hash } }: RowProps) {
  const words = useTranslations('audit');
  return (
    <details className={styles.details}>
      <summary>{words('details')}</summary>
      <dl>
        {Object.entries(details).map(([name, value]) => (
          <Detail key={name} name={name} value={textOf(value)} />
        ))}
        <Detail name="at" value={new Date(at).toISOString()} />
        <Detail name="sha256" value={hash} />
      </dl>
    </details>
  );
}

function Detail({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>
        <code>{name}</code>
      </dt>
      <dd>
        <bdi className="identifier">{value}</bdi>
      </dd>
    </>
  );
}

/** A changed setting as “old → new”. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'from' in value && 'to' in value) {
    return `${textOf(value.from)} → ${textOf(value.to)}`;
  }
  return JSON.stringify(value);
}
