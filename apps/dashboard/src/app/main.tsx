import '../ui/base.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { AnnounceProvider } from '../ui/announce.tsx';
import { ToastProvider } from '../ui/toast.tsx';
import { loadCatalog } from '../words/catalogs.ts';
import { readLangChoice } from '../words/lang.ts';
import { LanguageProvider } from './language.tsx';
import { onePress } from './one-press.ts';
import { createQueryClient } from './query-client.ts';
import { createDeskRouter } from './routes.tsx';
import { setSignedOut } from './signed-out.ts';
import { createClient, TRPCProvider } from './trpc.ts';

const client = createClient(() => setSignedOut(true));
const queryClient = createQueryClient();
const trpc = createTRPCOptionsProxy({ client, queryClient });
const router = createDeskRouter({ queryClient, trpc });
onePress(document);
const choice = readLangChoice();
const messages = await loadCatalog(choice);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');

createRoot(root).render(
  <StrictMode>
    <LanguageProvider initialChoice={choice} initialMessages={messages}>
      <QueryClientProvider client={queryClient}>
        <TRPCProvider trpcClient={client} queryClient={queryClient}>
          <AnnounceProvider>
            <ToastProvider>
              <RouterProvider router={router} />
            </ToastProvider>
          </AnnounceProvider>
        </TRPCProvider>
      </QueryClientProvider>
    </LanguageProvider>
  </StrictMode>,
);
