import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { usePseudoInDemoOnly } from '../app/language.tsx';
import { Page } from '../app/page.tsx';
import { PlainLayout } from '../app/plain-layout.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Notice } from '../ui/notice.tsx';
import { DemoAccounts } from './demo-accounts.tsx';
import styles from './sign-in.module.css';
import { type Credentials, SignInForm } from './sign-in-form.tsx';

const route = getRouteApi('/sign-in');

/** Where everybody without a session arrives; goes on to the page they wanted. */
export function SignInPage() {
  const words = useTranslations('session');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const { next } = route.useSearch();
  const me = useQuery(trpc.session.me.queryOptions());
  usePseudoInDemoOnly(me.data?.demo);
  const [filled, setFilled] = useState<Credentials | null>(null);

  const goOn = async () => {
    queryClient.removeQueries();
    await queryClient.fetchQuery(trpc.session.me.queryOptions());
    router.history.push(next ?? '/');
  };

  return (
    <PlainLayout>
      <Page title={words('title')}>
        <p className={styles.lead}>{words('lead')}</p>
        {me.error === null ? null : <Notice tone="danger">{errorText(me.error)}</Notice>}
        <SignInForm filled={filled} onSignedIn={() => void goOn()} />
        {me.data?.demo ? <DemoAccounts emails={me.data.demoAccounts} onChoose={setFilled} /> : null}
      </Page>
    </PlainLayout>
  );
}
