import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useSession } from '../app/session.tsx';
import { Notice } from '../ui/notice.tsx';

/** Which file keeps a payment locked; nothing while none does. */
export function InBatchFile({ fileId }: { readonly fileId: string | null }) {
  const words = useTranslations('payments.why');
  const batchWords = useTranslations('batches');
  const { can } = useSession();
  if (fileId === null) return null;
  return (
    <Notice tone="info">
      {words('inBatchFile')}{' '}
      {can('batch') ? (
        <Link to="/batches/$fileId" params={{ fileId }}>
          {batchWords('toFile')}
        </Link>
      ) : null}
    </Notice>
  );
}
