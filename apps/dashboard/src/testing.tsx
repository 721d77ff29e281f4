import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { createClient, TRPCProvider } from './app/trpc.ts';
import { AnnounceProvider } from './ui/announce.tsx';
import { NowProvider } from './ui/now.tsx';
import { en } from './words/en.ts';

/** Fri 20.11.2026, 14:05 Swiss time. */
export const now = Date.parse('2026-11-20T13:05:00Z');

/** Renders with the English catalog, as a person would see it. */
export function renderInEnglish(element: ReactElement) {
  return render(element, { wrapper: InEnglish });
}

function InEnglish({ children }: { readonly children: ReactNode }) {
  return (
    <IntlProvider locale="en" messages={en} timeZone="Europe/Zurich">
      {children}
    </IntlProvider>
  );
}

/** Renders what needs words, the business clock and the server; calls go through `fetch`. */
export function renderDesk(ui: ReactNode) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <QueryClientProvider client={queryClient}>
      <TRPCProvider trpcClient={createClient(() => undefined)} queryClient={queryClient}>
        <IntlProvider locale="en" messages={en} timeZone="Europe/Zurich">
          <AnnounceProvider>
            <NowProvider offset={now - Date.now()}>{ui}</NowProvider>
          </AnnounceProvider>
        </IntlProvider>
      </TRPCProvider>
    </QueryClientProvider>,
  );
}

/** The same inside a router, for what navigates; resolves once it is on the screen. */
export async function renderRouted(ui: ReactNode) {
  const router = createRouter({
    routeTree: createRootRoute({ component: () => ui }),
    history: createMemoryHistory(),
  });
  await router.load();
  return renderDesk(<RouterProvider router={router as never} />);
}
