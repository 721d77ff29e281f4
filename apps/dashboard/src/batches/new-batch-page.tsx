import { useTranslations } from 'use-intl';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { BackLink } from '../ui/back-link.tsx';
import styles from './batches.module.css';
import { NewBatchForm } from './new-batch-form.tsx';

/** `/batches/new`: which payments, what would stand in the file, and the file is made. */
export function NewBatchPage() {
  const words = useTranslations('batches');
  const { can } = useSession();
  return (
    <Page title={words('newTitle')} above={<BackLink to="/batches">{words('toList')}</BackLink>}>
      {can('batch') ? (
        <>
          <p className={styles.lead}>{words('newLead')}</p>
          <NewBatchForm />
        </>
      ) : (
        <NoAccess right="batch" />
      )}
    </Page>
  );
}
