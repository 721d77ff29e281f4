import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { toFailure } from '../app/failure.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { PasswordField } from '../ui/password-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './sign-in.module.css';
import { useCountdown } from './use-countdown.ts';

export type Credentials = { readonly email: string; readonly password: string };
type Fields = { email: string; password: string; code: string };

type SignInFormProps = {
  /** The person whose session ended; the address then cannot be changed. */
  readonly fixedEmail?: string;
  /** Credentials to fill in and send at once, as the demo accounts do. */
  readonly filled?: Credentials | null;
  readonly onSignedIn: () => void;
  readonly after?: ReactNode;
};

/** E-mail and password, then the code of the second factor when the server asks for one. */
export function SignInForm({ fixedEmail, filled = null, onSignedIn, after }: SignInFormProps) {
  const words = useTranslations('session');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const [step, setStep] = useState<'password' | 'code'>('password');
  const countdown = useCountdown();
  const form = useForm<Fields>({
    defaultValues: { email: fixedEmail ?? '', password: '', code: '' },
  });
  const { errors } = form.formState;

  const signIn = useMutation(
    trpc.session.signIn.mutationOptions({
      onSuccess: ({ next }) => {
        if (next === 'done') onSignedIn();
        else setStep('code');
      },
      onError: (error) => {
        const failure = toFailure(error);
        if (failure.type === 'too-many') countdown.start(failure.seconds ?? 60);
        form.setFocus(step === 'code' ? 'code' : 'password');
      },
    }),
  );

  const { mutate } = signIn;
  const { setValue } = form;
  useEffect(() => {
    if (filled === null) return;
    setValue('email', filled.email);
    setValue('password', filled.password);
    mutate(filled);
  }, [filled, setValue, mutate]);

  const { setFocus } = form;
  useEffect(() => {
    if (step === 'code') setFocus('code');
    else if (fixedEmail !== undefined) setFocus('password');
  }, [step, fixedEmail, setFocus]);

  const submit = form.handleSubmit(({ email, password, code }) =>
    signIn.mutate({ email: email.trim(), password, ...(step === 'code' ? { code } : {}) }),
  );

  const failure = signIn.error === null ? null : toFailure(signIn.error);
  const problem =
    failure === null || failure.type === 'too-many'
      ? null
      : failure.type === 'wrong'
        ? words(failure.message === 'wrong-code' ? 'wrongCode' : 'wrong')
        : errorText(signIn.error);

  return (
    <form onSubmit={(event) => void submit(event)} className={styles.form} noValidate>
      {problem === null ? null : (
        <Notice tone="danger" role="alert" title={words('problem')}>
          {problem}
        </Notice>
      )}
      <TextField
        label={words('email')}
        type="email"
        autoComplete="username"
        spellCheck={false}
        autoCapitalize="none"
        readOnly={fixedEmail !== undefined || step === 'code'}
        error={errors.email?.message}
        {...form.register('email', {
          required: words('emailEmpty'),
          pattern: { value: /^\s*\S+@\S+\.\S+\s*$/, message: words('emailWrong') },
        })}
      />
      {step === 'password' ? (
        <PasswordField
          label={words('password')}
          autoComplete="current-password"
          error={errors.password?.message}
          {...form.register('password', { required: words('passwordEmpty') })}
        />
      ) : (
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
      )}
      <div className={styles.buttons}>
        <Button
          tone="primary"
          size="large"
          type="submit"
          isPending={signIn.isPending}
          reason={countdown.left === 0 ? null : words('throttled', { seconds: countdown.left })}
        >
          {signIn.isPending ? words('submitting') : words('submit')}
        </Button>
        {step === 'code' ? (
          <Button tone="quiet" size="large" onPress={() => setStep('password')}>
            {words('otherAccount')}
          </Button>
        ) : null}
        {after}
      </div>
    </form>
  );
}
