import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import { orderOf, type PaymentLink } from './link.ts';
import { LinkBadge } from './link-badge.tsx';
import texts from './links.module.css';
import styles from './table.module.css';

/** Links as a table; below 768 px as cards. */
export function LinkTable({ links }: { readonly links: readonly PaymentLink[] }) {
  const words = useTranslations('links');
  const format = useFormat();
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words('listLabel')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('order')}</th>
            <th scope="col" className={styles.number}>
              {words('amount')}
            </th>
            <th scope="col">{words('state')}</th>
            <th scope="col">{words('created')}</th>
            <th scope="col">{words('expires')}</th>
            <th scope="col">{words('opened')}</th>
          </tr>
        </thead>
        <tbody>
          {links.map((link) => (
            <tr key={link.id}>
              <th scope="row">
                <Link to="/links/$linkId" params={{ linkId: link.id }}>
                  <bdi>{orderOf(link)}</bdi>
                </Link>
                {link.refNr === null ? null : <bdi className={texts.detail}>{link.orderDesc}</bdi>}
              </th>
              <td className={styles.number}>{format.money(link.amount)}</td>
              <td>
                <LinkBadge state={link.state} />
                {link.paidPaymentId === null ? null : (
                  <Link
                    className={texts.detail}
                    to="/payments/$paymentId"
                    params={{ paymentId: link.paidPaymentId }}
                  >
                    {words('toPayment')}
                  </Link>
                )}
              </td>
              <td>
                <span className={styles.label}>{words('created')} </span>
                {format.shortInstant(link.createdAt)}
                <bdi className={texts.detail}>{link.by}</bdi>
              </td>
              <td>
                <span className={styles.label}>{words('expires')} </span>
                {format.shortInstant(link.validUntil)}
              </td>
              <td>
                <span className={styles.label}>{words('opened')} </span>
                {words('openedTimes', { count: link.opened })}
                {link.openedAt === null ? null : (
                  <span className={texts.detail}>{format.relative(link.openedAt)}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
