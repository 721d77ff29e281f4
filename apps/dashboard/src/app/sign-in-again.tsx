import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { SignInForm } from '../sign-in/sign-in-form.tsx';
import { useAnnounce } from '../ui/announce.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useToast } from '../ui/toast.tsx';
import { setSignedOut } from './signed-out.ts';

/** Signs the same person in again over the page, so that an open dialog keeps what was typed. */
export function SignInAgain({ email }: { readonly email: string }) {
  const words = useTranslations('session');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const toast = useToast();

  const goOn = async () => {
    await queryClient.invalidateQueries();
    setSignedOut(false);
    announce(words('againDone'));
    toast.show(words('againDone'));
  };

  const leave = async () => {
    await navigate({ to: '/sign-in', search: {} });
    queryClient.clear();
    setSignedOut(false);
  };

  return (
    <Dialog title={words('againTitle')} role="alertdialog" isBusy onClose={() => undefined}>
      <p>{words('againText')}</p>
      <SignInForm
        fixedEmail={email}
        onSignedIn={() => void goOn()}
        after={
          <Button tone="quiet" size="large" onPress={() => void leave()}>
            {words('leave')}
          </Button>
        }
      />
    </Dialog>
  );
}
