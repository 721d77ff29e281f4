import { useLocation, useRouter } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { BackLink } from '../ui/back-link.tsx';
import './dialog-routes.ts';

/** Back to the list as it was left: same filters, same row. */
export function BackToList() {
  const words = useTranslations('payments.detail');
  const router = useRouter();
  const canReturn = useLocation({ select: ({ state }) => state.canReturn === true });
  return (
    <BackLink
      to="/payments"
      onClick={(event) => {
        if (!canReturn || event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        router.history.back();
      }}
    >
      {words('back')}
    </BackLink>
  );
}
