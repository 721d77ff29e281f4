import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';
import { Page } from '../app/page.tsx';
import { PlainLayout } from '../app/plain-layout.tsx';
import { useTRPC } from '../app/trpc.ts';
import { buttonClass } from '../ui/button-class.ts';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { InviteForm } from './invite-form.tsx';

/** Where a one-time link leads: a password, a code app, and in. */
export function AcceptInvitePage() {
  const words = useTranslations('session');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [token] = useState(readToken);
  const invite = useQuery(trpc.session.inviteInfo.queryOptions({ token }));

  const goOn = async () => {
    queryClient.removeQueries();
    await queryClient.fetchQuery(trpc.session.me.queryOptions());
    await navigate({ to: '/' });
  };

  const isGone = invite.error !== null && isFinal(invite.error);
  return (
    <PlainLayout>
      <Page title={words(isGone ? 'inviteGoneTitle' : 'inviteTitle')}>
        {isGone ? (
          <>
            <p>{words('inviteGoneText')}</p>
            <p>
              <Link to="/sign-in" search={{}} className={buttonClass('plain')}>
                {words('toSignIn')}
              </Link>
            </p>
          </>
        ) : invite.error !== null ? (
          <Notice tone="danger" role="alert">
            {errorText(invite.error)}
          </Notice>
        ) : invite.data === undefined ? (
          <Skeleton rows={5} />
        ) : (
          <InviteForm token={token} invite={invite.data} onDone={() => void goOn()} />
        )}
      </Page>
    </PlainLayout>
  );
}

function isFinal(error: unknown): boolean {
  const { type } = toFailure(error);
  return type === 'not-found' || type === 'bad-input';
}

/** The token comes in the query, or behind `#`, which no server log sees. */
function readToken(): string {
  const { hash, search } = window.location;
  return (
    new URLSearchParams(hash.slice(1)).get('token') ??
    new URLSearchParams(search).get('token') ??
    ''
  );
}
