import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { loadCatalog } from '../words/catalogs.ts';
import { type Lang, localeOf } from '../words/lang.ts';
import { useLanguage } from './language.tsx';

type InLanguageProps = { readonly lang: Lang; readonly children: ReactNode };

/** What somebody else is meant to read, in their language whatever that of the screen is. */
export function InLanguage({ lang, children }: InLanguageProps) {
  const { choice } = useLanguage();
  const shown = choice === 'pseudo' ? choice : lang;
  const { data: messages } = useQuery({
    queryKey: ['catalog', shown],
    queryFn: () => loadCatalog(shown),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (messages === undefined) return null;
  return (
    <IntlProvider locale={localeOf(shown)} messages={messages} timeZone="Europe/Zurich">
      {children}
    </IntlProvider>
  );
}
