import { useQuery } from '@tanstack/react-query';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { EmptyState } from '../ui/empty-state.tsx';
import { NowProvider } from '../ui/now.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import styles from './desk-layout.module.css';
import { usePseudoInDemoOnly } from './language.tsx';
import { LiveIndicator } from './live-indicator.tsx';
import { Navigation } from './navigation.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import { SessionProvider, type SignedInPerson } from './session.tsx';
import { useSignedOut } from './signed-out.ts';
import { useTRPC } from './trpc.ts';
import { useKeepFocus } from './use-keep-focus.ts';
import { useLive } from './use-live.ts';
import { UserMenu } from './user-menu.tsx';

/** Needed rarely, and it brings the dialog and the form along. */
const SignInAgain = lazy(async () => ({
  default: (await import('./sign-in-again.tsx')).SignInAgain,
}));

/** The page around every signed-in page. It stays while a session ends, so that nothing typed is lost. */
export function DeskLayout() {
  const words = useTranslations('shell');
  const trpc = useTRPC();
  const me = useQuery(
    trpc.session.me.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.demoIsFilling ? 3_000 : false),
    }),
  );
  usePseudoInDemoOnly(me.data?.demo);
  const lastPerson = useRef<SignedInPerson | null>(null);
  const live = useLive();
  useKeepFocus();
  const wasSignedOut = useSignedOut();

  if (me.data?.person) lastPerson.current = me.data.person;
  const person = lastPerson.current;
  if (me.data === undefined || person === null) return <Skeleton />;

  const isSignedOut = wasSignedOut || me.data.person === null;
  return (
    <SessionProvider session={{ demo: me.data.demo, person }}>
      <NowProvider offset={me.data.now - me.dataUpdatedAt}>
        <div className={styles.desk} data-strip={me.data.demo || undefined}>
          <a className={styles.skip} href="#main">
            {words('skip')}
          </a>
          {me.data.demo ? (
            <aside className={styles.strip}>
              {words('demo')} {me.data.demoIsFilling ? words('demoIsFilling') : null}
            </aside>
          ) : null}
          <div className={styles.shell}>
            <Navigation
              foot={
                <>
                  <LiveIndicator state={live} />
                  <UserMenu />
                </>
              }
            />
            <div className={styles.column}>
              <OfflineBanner />
              <main id="main" className={styles.main} tabIndex={-1}>
                {person.memberships.length === 0 ? (
                  <EmptyState title={words('noMerchantTitle')}>
                    {words('noMerchantText')}
                  </EmptyState>
                ) : (
                  <Outlet />
                )}
              </main>
              <footer className={styles.footer}>{words('swissTime')}</footer>
            </div>
          </div>
        </div>
        {isSignedOut ? (
          <Suspense>
            <SignInAgain email={person.email} />
          </Suspense>
        ) : null}
      </NowProvider>
    </SessionProvider>
  );
}
