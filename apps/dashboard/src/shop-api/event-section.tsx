import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { DeliveryState } from '../app/delivery-state.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useFormat } from '../ui/use-format.ts';
import { SendAgain } from './send-again.tsx';
import styles from './shop-api.module.css';
import type { ShopEvent } from './shop-api.ts';

type EventSectionProps = { readonly events: readonly ShopEvent[]; readonly hasAddress: boolean };

/** What the shop was told last, and whether it took it. */
export function EventSection({ events, hasAddress }: EventSectionProps) {
  const words = useTranslations('shopApi');
  return (
    <section className={styles.part} aria-labelledby="shop-events">
      <h2 id="shop-events">{words('events')}</h2>
      {events.length === 0 ? (
        <EmptyState title={words('noEvents')}>
          {words(hasAddress ? 'noEventsText' : 'noEventsAddress')}
        </EmptyState>
      ) : (
        <div className={styles.box}>
          <table className={styles.table}>
            <caption className="visually-hidden">{words('events')}</caption>
            <thead>
              <tr>
                <th scope="col">{words('happened')}</th>
                <th scope="col">{words('payment')}</th>
                <th scope="col">{words('event')}</th>
                <th scope="col">{words('delivery')}</th>
              </tr>
            </thead>
            <tbody>
              {events.map((event) => (
                <EventRow key={event.id} event={event} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function EventRow({ event }: { readonly event: ShopEvent }) {
  const words = useTranslations('shopApi');
  const format = useFormat();
  return (
    <tr>
      <th scope="row">
        <time dateTime={new Date(event.createdAt).toISOString()}>
          {format.shortInstant(event.createdAt)}
        </time>
      </th>
      <td>
        <Link to="/payments/$paymentId" params={{ paymentId: event.paymentId }}>
          <bdi className="identifier">{event.transId}</bdi>
        </Link>
      </td>
      <td>
        <bdi className="identifier">{event.type}</bdi>
        <span className={styles.detail}>{words('sequence', { number: event.sequence })}</span>
      </td>
      <td>
        <DeliveryState delivery={event} wanted="2xx" />
        <SendAgain event={event} />
      </td>
    </tr>
  );
}
