import { useTranslations } from 'use-intl';
import { classNames } from '../ui/class-names.ts';
import { MoneyText } from '../ui/money-text.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { Payment } from './payment.ts';
import styles from './payment-amounts.module.css';

const rows = ['authorized', 'captured', 'refunded', 'reversed', 'closed', 'remaining'] as const;
type Row = (typeof rows)[number];

/** The amounts as a bar and as the same figures in a table, always in the same order. */
export function PaymentAmounts({ payment }: { readonly payment: Payment }) {
  const words = useTranslations('payments.amounts');
  return (
    <section className={styles.amounts} aria-labelledby="payment-amounts">
      <h2 id="payment-amounts">{words('title')}</h2>
      {payment.authorized === 0 ? null : <AmountsBar payment={payment} />}
      <table className={styles.table}>
        <caption className="visually-hidden">{words('in', { currency: payment.currency })}</caption>
        <tbody>
          {rows.map((row) => (
            <tr key={row} className={row === 'remaining' ? styles.total : undefined}>
              <th scope="row">
                <span className={classNames(styles.key, styles[row])} aria-hidden="true" />
                {words(row)}
              </th>
              <td className={payment[row] === 0 ? styles.zero : undefined}>
                <MoneyText minor={signed(row, payment)} currency={payment.currency} code={false} />
              </td>
            </tr>
          ))}
          {payment.captured === 0 ? null : (
            <tr>
              <th scope="row">
                <span className={styles.key} aria-hidden="true" />
                {words('refundable')}
              </th>
              <td className={payment.refundable === 0 ? styles.zero : undefined}>
                <MoneyText minor={payment.refundable} currency={payment.currency} code={false} />
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}

function AmountsBar({ payment }: { readonly payment: Payment }) {
  const words = useTranslations('payments.amounts');
  const format = useFormat();
  const money = (minor: number) => format.money(minor, payment.currency);
  const { authorized, captured, refunded, reversed, closed, remaining } = payment;
  const parts = [
    { name: 'captured', minor: captured - refunded },
    { name: 'refunded', minor: refunded },
    { name: 'remaining', minor: remaining },
    { name: 'closed', minor: reversed + closed },
  ].filter(({ minor }) => minor > 0);
  return (
    <div
      className={styles.bar}
      role="img"
      aria-label={words('bar', {
        authorized: money(authorized),
        captured: money(captured),
        refunded: money(refunded),
        reversed: money(reversed),
        closed: money(closed),
        remaining: money(remaining),
      })}
    >
      {parts.map(({ name, minor }) => (
        <span key={name} className={styles[name]} style={{ flexGrow: minor }} />
      ))}
    </div>
  );
}

/** What went back to the customer is shown as taken away. */
function signed(row: Row, payment: Payment): number {
  return row === 'refunded' ? -payment.refunded : payment[row];
}
