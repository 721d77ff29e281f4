import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { buttonClass } from '../ui/button-class.ts';
import { Icon } from '../ui/icon.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';
import { orderOf } from './link.ts';
import { LinkBadge } from './link-badge.tsx';
import { QrPicture } from './qr-picture.tsx';
import styles from './show-page.module.css';

/** A link over the whole screen, for a customer at the counter; says by itself when it is paid. */
export function CounterPage() {
  const words = useTranslations('links');
  const errorText = useErrorText();
  const format = useFormat();
  const { can } = useSession();
  const trpc = useTRPC();
  const { linkId = '' } = useParams({ strict: false });
  const { data: link, error } = useQuery(
    trpc.links.get.queryOptions({ linkId }, { enabled: can('link') }),
  );
  if (!can('link') || link === undefined) {
    return (
      <Page title={words('loading')}>
        {!can('link') ? (
          <NoAccess right="link" />
        ) : error === null ? (
          <Skeleton />
        ) : (
          <Notice tone="danger" role="alert">
            {errorText(error)}
          </Notice>
        )}
      </Page>
    );
  }
  const isPayable = ['open', 'scanned', 'abandoned'].includes(link.state);
  return (
    <div className={styles.cover}>
      <h1 className="visually-hidden">{orderOf(link)}</h1>
      {isPayable ? <QrPicture link={link} size="counter" /> : null}
      <p className={styles.amount}>{format.money(link.amount)}</p>
      <p className={styles.what}>
        <bdi>{link.orderDesc}</bdi>
      </p>
      <div role="status">
        {link.state === 'paid' ? (
          <p className={styles.paid}>
            {words('stateName.paid')} <Icon name="check" size={20} />
          </p>
        ) : (
          <LinkBadge state={link.state} />
        )}
      </div>
      {isPayable ? <p>{words('scan')}</p> : null}
      <p className={styles.close}>
        <Link to="/links/$linkId" params={{ linkId }} className={buttonClass('plain', 'large')}>
          {words('close')}
        </Link>
      </p>
    </div>
  );
}
