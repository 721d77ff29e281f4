import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { useErrorText } from './error-text.ts';
import { Page } from './page.tsx';
import styles from './plain-page.module.css';

/** A page that could not be shown: what we know and the way on. */
export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const words = useTranslations('shell');
  const errorText = useErrorText();
  const router = useRouter();

  const tryAgain = () => {
    reset();
    void router.invalidate();
  };

  return (
    <div className={styles.box}>
      <Page title={words('errorTitle')}>
        <Notice
          tone="danger"
          role="alert"
          actions={
            <>
              <Button tone="primary" onPress={tryAgain}>
                {words('tryAgain')}
              </Button>
              <Button onPress={() => router.history.back()}>{words('back')}</Button>
            </>
          }
        >
          {errorText(error)}
        </Notice>
      </Page>
    </div>
  );
}
