import type { ErrorComponentProps } from '@tanstack/react-router';
import { ErrorPage } from './error-page.tsx';
import { PlainLayout } from './plain-layout.tsx';

/** The error page where there is no other page around it. */
export function BareErrorPage(props: ErrorComponentProps) {
  return (
    <PlainLayout>
      <ErrorPage {...props} />
    </PlainLayout>
  );
}
