import { Link, useLocation, useRouter } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Icon } from '../ui/icon.tsx';
import './dialog-routes.ts';
import styles from './payment-page.module.css';

/** Back to the list as it was left: same filters, same row. */
export function BackToList() {
  const words = useTranslations('payments.detail');
  const router = useRouter();
  const canReturn = useLocation({ select: ({ state }) => state.canReturn === true });
  return (
    <Link
      to="/payments"
      className={styles.back}
      onClick={(event) => {
        if (!canReturn || event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        router.history.back();
      }}
    >
      <Icon name="chevron-left" />
      {words('back')}
    </Link>
  );
}
