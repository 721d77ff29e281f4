import { render } from '@testing-library/react';
import type { ReactElement, ReactNode } from 'react';
import { IntlProvider } from 'use-intl';
import { en } from './words/en.ts';

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
