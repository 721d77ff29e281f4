import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useFormat } from '../ui/use-format.ts';
import type { Connection } from './connection.ts';
import styles from './connections.module.css';

type ConnectionListProps = { readonly connections: readonly Connection[] };

/** One connection a row; the name leads to its settings. */
export function ConnectionList({ connections }: ConnectionListProps) {
  const words = useTranslations('connections');
  const format = useFormat();
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <caption className="visually-hidden">{words('listLabel')}</caption>
        <thead>
          <tr>
            <th scope="col">{words('name')}</th>
            <th scope="col">{words('merchantId')}</th>
            <th scope="col">{words('gateway')}</th>
            <th scope="col">{words('mode')}</th>
            <th scope="col">{words('window')}</th>
            <th scope="col">{words('keys')}</th>
          </tr>
        </thead>
        <tbody>
          {connections.map((connection) => (
            <tr key={connection.id}>
              <th scope="row">
                <Link
                  to="/settings/connections/$connectionId"
                  params={{ connectionId: connection.id }}
                >
                  <bdi>{connection.label}</bdi>
                </Link>
              </th>
              <td className="identifier">{connection.gatewayMerchantId}</td>
              <td>{words(`brandName.${connection.brand}`)}</td>
              <td>{words(`modeValue.${connection.mode}`)}</td>
              <td>{words(`windowValue.${connection.refundWindow}`)}</td>
              <td>{words('keysSet', { date: format.day(connection.keysSetAt) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
