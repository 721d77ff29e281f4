import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { DeliveryState } from '../app/delivery-state.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { Notification } from './notification.ts';
import { PassOnAgain, ProcessAgain } from './notification-actions.tsx';
import { NotificationState } from './notification-state.tsx';
import styles from './notifications.module.css';

type NotificationListProps = { readonly rows: readonly Notification[] };

/** One notification a row: when and where, what it said, what came of it, and whether the shop has it. */
export function NotificationList({ rows }: NotificationListProps) {
  const words = useTranslations('notifications');
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words('title')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('received')}</th>
            <th scope="col">{words('message')}</th>
            <th scope="col">{words('outcome')}</th>
            <th scope="col">{words('forward')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Received row={row} />
              </th>
              <td>{row.payId === null ? <Unread row={row} /> : <Said row={row} />}</td>
              <td>
                <NotificationState row={row} />
                <ProcessAgain row={row} />
              </td>
              <td>
                {row.forward === null ? (
                  <span className={styles.detail}>{words('notForwarded')}</span>
                ) : (
                  <DeliveryState delivery={row.forward} wanted="200" />
                )}
                <PassOnAgain row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { readonly row: Notification };

function Received({ row: { at, connectionLabel, kind, lastAt, repeats } }: RowProps) {
  const words = useTranslations('notifications');
  const format = useFormat();
  return (
    <>
      <time dateTime={new Date(at).toISOString()}>{format.shortInstant(at)}</time>
      <span className={styles.detail}>
        {words(`kindName.${kind}`)} · <bdi>{connectionLabel}</bdi>
      </span>
      {repeats === 0 ? null : (
        <span className={styles.detail}>
          {lastAt > at
            ? words('repeatsUntil', { count: repeats, time: format.shortInstant(lastAt) })
            : words('repeats', { count: repeats })}
        </span>
      )}
    </>
  );
}

function Said({ row: { code, payId, payment, status, transId } }: RowProps) {
  const words = useTranslations('notifications');
  return (
    <>
      {payment === null ? null : (
        <Link to="/payments/$paymentId" params={{ paymentId: payment.id }}>
          <bdi>{payment.name}</bdi>
        </Link>
      )}
      <span className={styles.detail}>
        {words('payId')} <bdi className="identifier">{payId}</bdi>
      </span>
      <span className={styles.detail}>
        {words('transId')} <bdi className="identifier">{transId}</bdi>
      </span>
      <span className={styles.detail}>
        <bdi className="identifier">
          {status} {code}
        </bdi>
      </span>
    </>
  );
}

/** Of what is not authentic nothing was read: only its size and its fingerprint are known. */
function Unread({ row: { bytes, digest } }: RowProps) {
  const words = useTranslations('notifications');
  return (
    <>
      {words('unread')}
      {bytes === null ? null : (
        <span className={styles.detail}>{words('bytes', { count: bytes })}</span>
      )}
      {digest === null ? null : (
        <span className={styles.detail}>
          {words('digest')} <bdi className="identifier">{digest.slice(0, 16)}</bdi>
        </span>
      )}
    </>
  );
}
