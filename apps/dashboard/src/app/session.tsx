import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from 'paygate-bff';
import type { Right } from 'paygate-payments';
import { createContext, type ReactNode, useContext } from 'react';

type SessionView = inferRouterOutputs<AppRouter>['session']['me'];
export type SignedInPerson = NonNullable<SessionView['person']>;

type Session = { readonly demo: boolean; readonly person: SignedInPerson };

const SessionContext = createContext<Session | null>(null);

type SessionProviderProps = { readonly session: Session; readonly children: ReactNode };

export function SessionProvider({ session, children }: SessionProviderProps) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who is signed in. `can` only decides what is shown; the server decides what is done. */
export function useSession() {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession needs a signed-in page');
  const { person } = session;
  return {
    ...session,
    can: (right: Right) => person.memberships.some(({ rights }) => rights.includes(right)),
    /** The merchants at which the person has a right. */
    merchantsWith: (right: Right) =>
      person.memberships.filter(({ rights }) => rights.includes(right)),
  };
}
