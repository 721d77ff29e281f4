import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Badge } from '../ui/badge.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import { useFormat } from '../ui/use-format.ts';
import { ItemHandle } from './item-handle.tsx';
import styles from './reconciliation.module.css';
import type { Lane, Statement, StatementItem } from './statement.ts';

type ItemTableProps = {
  readonly rows: readonly StatementItem[];
  readonly statement: Statement;
  readonly lane: Lane;
};

/** One item a row: what theirs says, what ours says, the likely reason, and what was done about it. */
export function ItemTable({ rows, statement, lane }: ItemTableProps) {
  const words = useTranslations('reconciliation');
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words(`lane.${lane}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{words('what')}</th>
            <th scope="col" className={styles.number}>
              {words('theirs')}
            </th>
            <th scope="col" className={styles.number}>
              {words('ours')}
            </th>
            <th scope="col">{words('reason')}</th>
            <th scope="col">{words('handled')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.number}>
              <th scope="row">
                <What row={row} />
              </th>
              <td className={styles.number}>
                <span className={styles.label}>{words('theirs')}: </span>
                {row.line === null ? '–' : <MoneyText minor={row.theirs} />}
                {row.fee === null || row.fee === 0 ? null : (
                  <span className={styles.detail}>
                    {words('total.fee')} <MoneyText minor={row.fee} />
                  </span>
                )}
              </td>
              <td className={styles.number}>
                <span className={styles.label}>{words('ours')}: </span>
                {row.lane === 'only-theirs' || row.lane === 'failed' ? (
                  '–'
                ) : (
                  <MoneyText minor={row.ours} />
                )}
              </td>
              <td>
                <Reason row={row} />
              </td>
              <td>
                <ItemHandle row={row} statementId={statement.id} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { readonly row: StatementItem };

function What({ row }: RowProps) {
  const words = useTranslations('reconciliation');
  const format = useFormat();
  const { at, line, name, orderNr, paymentId, raw } = row;
  return (
    <>
      {paymentId === null ? (
        <bdi className="identifier">{name}</bdi>
      ) : (
        <Link to="/payments/$paymentId" params={{ paymentId }}>
          <bdi>{orderNr}</bdi>
        </Link>
      )}
      <span className={styles.detail}>
        {line === null ? null : <>{words('lineNumber', { line })} · </>}
        {at === null ? words('noDate') : format.instant(at)}
      </span>
      {raw === null ? null : (
        <details className={styles.detail}>
          <summary>{words('asWritten')}</summary>
          <code className={styles.raw}>{raw}</code>
        </details>
      )}
    </>
  );
}

function Reason({ row: { cause, lane, matchedBy, ours, theirs } }: RowProps) {
  const words = useTranslations('reconciliation');
  if (cause === null) {
    return matchedBy === null ? null : (
      <span className={styles.detail}>{words(`matchedBy.${matchedBy}`)}</span>
    );
  }
  const isNote = lane === 'matched' || cause === 'day-23' || cause === 'not-settled-yet';
  return (
    <>
      <Badge tone={isNote ? 'info' : 'warning'} icon={isNote ? 'info' : 'triangle'}>
        {words(`cause.${cause}`)}
      </Badge>
      <span className={styles.detail}>{words(`causeText.${cause}`)}</span>
      {lane !== 'differs' || ours === theirs ? null : (
        <span className={styles.detail}>
          {words('difference')} <MoneyText minor={theirs - ours} />
        </span>
      )}
    </>
  );
}
