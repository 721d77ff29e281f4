import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { buttonClass } from '../ui/button-class.ts';
import { Icon } from '../ui/icon.tsx';
import { useFormat } from '../ui/use-format.ts';
import type { LinkDetail } from './link.ts';
import { LinkBadge } from './link-badge.tsx';
import { QrPicture } from './qr-picture.tsx';
import styles from './show-page.module.css';
import { ShownLink } from './shown-link.tsx';

/** A link over the whole screen, for a customer at the counter; says by itself when it is paid. */
export function CounterPage() {
  return <ShownLink>{(link) => <Counter link={link} />}</ShownLink>;
}

function Counter({ link }: { readonly link: LinkDetail }) {
  const words = useTranslations('links');
  const format = useFormat();
  const isPayable = ['open', 'scanned', 'abandoned'].includes(link.state);
  return (
    <>
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
        <Link
          to="/links/$linkId"
          params={{ linkId: link.id }}
          className={buttonClass('plain', 'large')}
        >
          {words('close')}
        </Link>
      </p>
    </>
  );
}
