import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { IntlProvider } from 'use-intl';
import { loadCatalog } from '../words/catalogs.ts';
import { type Lang, type LangChoice, localeOf, storeLangChoice } from '../words/lang.ts';
import type { Messages } from '../words/messages.ts';

type Language = {
  readonly choice: LangChoice;
  readonly choose: (lang: Lang) => Promise<void>;
};

const LanguageContext = createContext<Language>({
  choice: 'en',
  choose: () => Promise.resolve(),
});

type LanguageProviderProps = {
  readonly initialChoice: LangChoice;
  readonly initialMessages: Messages;
  readonly children: ReactNode;
};

/** The catalog of one language at a time; another one is loaded when it is chosen. */
export function LanguageProvider({
  initialChoice,
  initialMessages,
  children,
}: LanguageProviderProps) {
  const [{ choice, messages }, setLoaded] = useState({
    choice: initialChoice,
    messages: initialMessages,
  });
  const locale = localeOf(choice);

  useEffect(() => {
    document.documentElement.lang = choice === 'pseudo' ? 'en' : `${choice}-CH`;
  }, [choice]);

  const language = useMemo<Language>(
    () => ({
      choice,
      choose: async (lang) => {
        const loaded = await loadCatalog(lang);
        storeLangChoice(lang);
        setLoaded({ choice: lang, messages: loaded });
      },
    }),
    [choice],
  );

  return (
    <LanguageContext value={language}>
      <I18nProvider locale={choice === 'pseudo' ? 'en' : choice}>
        <IntlProvider locale={locale} messages={messages} timeZone="Europe/Zurich">
          {children}
        </IntlProvider>
      </I18nProvider>
    </LanguageContext>
  );
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The marked texts are for browser tests against a demo; a real shop never sees them. */
export function usePseudoInDemoOnly(demo: boolean | undefined): void {
  const { choice, choose } = useLanguage();
  useEffect(() => {
    if (demo === false && choice === 'pseudo') void choose('en');
  }, [demo, choice, choose]);
}
