import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, redirect } from '@tanstack/react-router';
import type { TRPCOptionsProxy } from '@trpc/tanstack-react-query';
import type { AppRouter } from 'paygate-bff';
import { BareErrorPage } from './bare-error-page.tsx';
import { DeskLayout } from './desk-layout.tsx';

export type RouterContext = {
  readonly queryClient: QueryClient;
  readonly trpc: TRPCOptionsProxy<AppRouter>;
};

export const rootRoute = createRootRouteWithContext<RouterContext>()({});

/** Everything below needs a session; who has none signs in and comes back. */
export const deskRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'desk',
  beforeLoad: async ({ context: { queryClient, trpc }, location }) => {
    const session = await queryClient.ensureQueryData(trpc.session.me.queryOptions());
    if (session.person === null) {
      const isStart = location.href === '/';
      throw redirect({ to: '/sign-in', search: isStart ? {} : { next: location.href } });
    }
  },
  component: DeskLayout,
  errorComponent: BareErrorPage,
});
