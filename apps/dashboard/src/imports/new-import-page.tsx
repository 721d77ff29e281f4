import { useTranslations } from 'use-intl';
import { NoAccess } from '../app/no-access.tsx';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.tsx';
import { BackLink } from '../ui/back-link.tsx';
import styles from './imports.module.css';
import { NewImportForm } from './new-import-form.tsx';

/** `/imports/new`: the list, what would become of it, and off it goes. */
export function NewImportPage() {
  const words = useTranslations('imports');
  const { can } = useSession();
  return (
    <Page title={words('newTitle')} above={<BackLink to="/imports">{words('toList')}</BackLink>}>
      {can('import') ? (
        <>
          <p className={styles.lead}>{words('newLead')}</p>
          <NewImportForm />
        </>
      ) : (
        <NoAccess right="import" />
      )}
    </Page>
  );
}
