import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { MoneyText } from '../ui/money-text.tsx';
import type { ImportLine } from './import.ts';
import { LineStateBadge } from './import-state.tsx';
import styles from './imports.module.css';
import { useLineText } from './use-line-text.ts';

type ImportLineTableProps = { readonly rows: readonly ImportLine[] };

/** One line a row: what stood in it, what became of it, and the amounts of its payment. */
export function ImportLineTable({ rows }: ImportLineTableProps) {
  const words = useTranslations('imports');
  const lineText = useLineText();
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words('linesTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('line')}</th>
            <th scope="col">{words('names')}</th>
            <th scope="col">{words('result')}</th>
            <th scope="col">{words('amounts')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <th scope="row" className={styles.line}>
                {words('lineNumber', { line: row.line })}
              </th>
              <td>
                <Names row={row} />
              </td>
              <td>
                <LineStateBadge state={row.state} />
                <span className={styles.detail}>{lineText(row)}</span>
              </td>
              <td>
                <Amounts row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { readonly row: ImportLine };

function Names({ row: { payId, transId, raw, state } }: RowProps) {
  const words = useTranslations('imports');
  if (state === 'malformed' || state === 'foreign') {
    return <code className={styles.raw}>{raw}</code>;
  }
  return (
    <>
      {transId === null ? null : (
        <span>
          {words('transId')} <bdi className="identifier">{transId}</bdi>
        </span>
      )}
      {payId === null ? null : (
        <span className={styles.detail}>
          {words('payId')} <bdi className="identifier">{payId}</bdi>
        </span>
      )}
    </>
  );
}

function Amounts({ row: { authorized, captured, paymentId, refunded } }: RowProps) {
  const words = useTranslations('imports');
  if (paymentId === null || authorized === null) return null;
  return (
    <>
      <Link to="/payments/$paymentId" params={{ paymentId }} className={styles.amounts}>
        <MoneyText minor={authorized} />
      </Link>
      {captured === null || captured === 0 ? null : (
        <span className={styles.detail}>
          {words('captured')} <MoneyText minor={captured} />
        </span>
      )}
      {refunded === null || refunded === 0 ? null : (
        <span className={styles.detail}>
          {words('refunded')} <MoneyText minor={refunded} />
        </span>
      )}
    </>
  );
}
