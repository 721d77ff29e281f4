import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { useFormat } from '../ui/use-format.ts';
import type { LinkDetail } from './link.ts';
import { QrPicture } from './qr-picture.tsx';
import styles from './show-page.module.css';
import { ShownLink } from './shown-link.tsx';

/** A sheet of A6 with the code, 50 mm wide, to lay on the counter or into a parcel. */
export function PrintPage() {
  return <ShownLink>{(link) => <Sheet link={link} />}</ShownLink>;
}

function Sheet({ link }: { readonly link: LinkDetail }) {
  const words = useTranslations('links');
  const format = useFormat();
  const { person } = useSession();
  const merchant = person.memberships.find(({ merchantId }) => merchantId === link.merchantId);
  return (
    <>
      <p className={styles.close}>
        <Button tone="primary" size="large" onPress={() => window.print()}>
          {words('printNow')}
        </Button>
        <Link
          to="/links/$linkId"
          params={{ linkId: link.id }}
          className={buttonClass('plain', 'large')}
        >
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
    </>
  );
}
