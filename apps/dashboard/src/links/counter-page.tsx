import { useTranslations } from 'use-intl';
import { InLanguage } from '../app/in-language.tsx';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import { CloseLink } from './close-link.tsx';
import { isPayable, type LinkDetail } from './link.ts';
import { LinkBadge } from './link-badge.tsx';
import { QrPicture } from './qr-picture.tsx';
import styles from './show-page.module.css';
import { ShownLink } from './shown-link.tsx';

/** A link over the whole screen, for a customer at the counter; says by itself when it is paid. */
export function CounterPage() {
  return (
    <ShownLink>
      {(link) => (
        <>
          <InLanguage lang={link.language}>
            <Counter link={link} />
          </InLanguage>
          <p className={styles.close}>
            <CloseLink linkId={link.id} />
          </p>
        </>
      )}
    </ShownLink>
  );
}

function Counter({ link }: { readonly link: LinkDetail }) {
  const words = useTranslations('links');
  const format = useFormat();
  const canBePaid = isPayable(link);
  return (
    <div className={styles.told} lang={format.lang}>
      {canBePaid ? <QrPicture link={link} size="counter" /> : null}
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
      {canBePaid ? <p>{words('scan')}</p> : null}
    </div>
  );
}
