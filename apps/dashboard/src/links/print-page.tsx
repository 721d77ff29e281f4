import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { useFormat } from '../ui/use-format.ts';
import { orderOf } from './link.ts';
import { QrPicture } from './qr-picture.tsx';
import styles from './show-page.module.css';

/** A sheet of A6 with the code, 50 mm wide, to lay on the counter or into a parcel. */
export function PrintPage() {
  const words = useTranslations('links');
  const errorText = useErrorText();
  const format = useFormat();
  const { can, person } = useSession();
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
  const merchant = person.memberships.find(({ merchantId }) => merchantId === link.merchantId);
  return (
    <div className={styles.cover}>
      <h1 className="visually-hidden">{orderOf(link)}</h1>
      <p className={styles.close}>
        <Button tone="primary" size="large" onPress={() => window.print()}>
          {words('printNow')}
        </Button>
        <Link to="/links/$linkId" params={{ linkId }} className={buttonClass('plain', 'large')}>
          {words('close')}
        </Link>
      </p>
      <section className={styles.sheet} aria-label={words('print')}>
        <p className={styles.what}>
          <bdi>{merchant?.merchantName}</bdi>
        </p>
        <QrPicture link={link} size="sheet" />
        <p className={styles.amount}>{format.money(link.amount)}</p>
        <p className={styles.what}>
          <bdi>{link.orderDesc}</bdi>
        </p>
        <p>{words('scan')}</p>
        <p>
          {words('expires')} {format.instant(link.validUntil)}
        </p>
        <p>
          <code>{link.url}</code>
        </p>
      </section>
    </div>
  );
}
