import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { QrPicture } from './qr-picture.tsx';
import styles from './sign-in.module.css';

const shortestPassword = 12;

type Invite = {
  readonly email: string;
  readonly totpUri: string;
  readonly totpSecret: string;
};

type InviteFormProps = {
  readonly token: string;
  readonly invite: Invite;
  readonly onDone: () => void;
};

/** A password, the picture for the code app, and one code as proof that it works. */
export function InviteForm({ token, invite, onDone }: InviteFormProps) {
  const words = useTranslations('session');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const form = useForm({ defaultValues: { password: '', code: '' } });
  const { errors } = form.formState;

  const accept = useMutation(
    trpc.session.acceptInvite.mutationOptions({
      onSuccess: onDone,
      onError: (error) => {
        const failure = toFailure(error);
        if (failure.type !== 'bad-input') return;
        const isCode = failure.fields.some(({ field }) => field === 'code');
        const field = isCode ? 'code' : 'password';
        const message = words(isCode ? 'wrongCode' : 'invitePasswordShort');
        form.setError(field, { message }, { shouldFocus: true });
      },
    }),
  );

  const submit = form.handleSubmit((fields) => accept.mutate({ token, ...fields }));
  const isShownAtField = accept.error !== null && toFailure(accept.error).type === 'bad-input';

  return (
    <form onSubmit={(event) => void submit(event)} className={styles.form} noValidate>
      <p className={styles.lead}>{words('inviteFor', { email: invite.email })}</p>
      {accept.error === null || isShownAtField ? null : (
        <Notice tone="danger" role="alert" title={words('problem')}>
          {errorText(accept.error)}
        </Notice>
      )}
      <input type="hidden" name="username" autoComplete="username" value={invite.email} readOnly />
      <PasswordField
        label={words('invitePassword')}
        hint={words('invitePasswordHint')}
        autoComplete="new-password"
        error={errors.password?.message}
        {...form.register('password', {
          required: words('passwordEmpty'),
          minLength: { value: shortestPassword, message: words('invitePasswordShort') },
        })}
      />
      <section className={styles.stack} aria-labelledby="code-app">
        <h2 id="code-app">{words('inviteScan')}</h2>
        <p className={styles.hint}>{words('inviteScanText')}</p>
        <QrPicture text={invite.totpUri} label={words('inviteQr')} />
        <div>
          <p className={styles.hint}>{words('inviteSecret')}</p>
          <div className={styles.secret}>
            <code className="identifier">{invite.totpSecret}</code>
            <CopyButton text={invite.totpSecret} what={words('inviteKey')} />
          </div>
        </div>
      </section>
      <TextField
        label={words('code')}
        hint={words('codeHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        error={errors.code?.message}
        {...form.register('code', {
          required: words('codeEmpty'),
          pattern: { value: /^\d{6}$/, message: words('codeShape') },
        })}
      />
      <Button tone="primary" size="large" type="submit" isPending={accept.isPending}>
        {words('inviteSubmit')}
      </Button>
    </form>
  );
}
