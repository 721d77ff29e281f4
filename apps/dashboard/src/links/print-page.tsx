import { useTranslations } from 'use-intl';
import { InLanguage } from '../app/in-language.tsx';
import { useSession } from '../app/session.tsx';
import { Button } from '../ui/button.tsx';
import { useFormat } from '../ui/use-format.ts';
import { CloseLink } from './close-link.tsx';
import { isPayable, type LinkDetail } from './link.ts';
import { LinkStanding } from './link-standing.tsx';
import { QrPicture } from './qr-picture.tsx';
import styles from './show-page.module.css';
import { ShownLink } from './shown-link.tsx';

/** A sheet of A6 with the code, 50 mm wide, to lay on the counter or into a parcel. */
export function PrintPage() {
  return <ShownLink>{(link) => <ToPrint link={link} />}</ShownLink>;
}

type LinkProps = { readonly link: LinkDetail };

function ToPrint({ link }: LinkProps) {
  const words = useTranslations('links');
  const canBePaid = isPayable(link);
  return (
    <>
      <div className={styles.close}>
        {canBePaid ? (
          <Button tone="primary" size="large" onPress={() => window.print()}>
            {words('printNow')}
          </Button>
        ) : (
          <LinkStanding link={link} />
        )}
        <CloseLink linkId={link.id} />
      </div>
      {canBePaid ? (
        <InLanguage lang={link.language}>
          <Sheet link={link} />
        </InLanguage>
      ) : null}
    </>
  );
}

function Sheet({ link }: LinkProps) {
  const words = useTranslations('links');
  const format = useFormat();
  const { person } = useSession();
  const merchant = person.memberships.find(({ merchantId }) => merchantId === link.merchantId);
  return (
    <section className={styles.sheet} lang={format.lang} aria-label={words('print')}>
      <p className={styles.what}>
        <bdi>{merchant?.merchantName}</bdi>
      </p>
      <QrPicture link={link} size="sheet" />
      <p className={styles.amount}>{format.money(link.amount)}</p>
      <p className={styles.forWhat}>
        <bdi>{link.orderDesc}</bdi>
      </p>
      <p>{words('scan')}</p>
      <p>
        {words('expires')} {format.instant(link.validUntil)}
      </p>
      <p className={styles.address}>
        <code>{link.url}</code>
      </p>
    </section>
  );
}
