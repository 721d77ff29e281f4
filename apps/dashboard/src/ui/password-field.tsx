import { type ComponentProps, type ReactNode, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button.tsx';
import styles from './field.module.css';
import { describedBy, Field } from './field.tsx';
import own from './password-field.module.css';

type PasswordFieldProps = Omit<ComponentProps<'input'>, 'id' | 'className' | 'type'> & {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
};

/** A secret that can be shown while typing. Pasting and password managers work. */
export function PasswordField({ label, hint, error, ...input }: PasswordFieldProps) {
  const words = useTranslations('ui');
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className={own.box}>
        <input
          {...input}
          id={id}
          type={isShown ? 'text' : 'password'}
          className={styles.input}
          spellCheck={false}
          autoCapitalize="none"
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(id, error, hint)}
        />
        <Button
          tone="plain"
          onPress={() => setIsShown(!isShown)}
          label={isShown ? words('hideLabel', { label }) : words('showLabel', { label })}
        >
          {isShown ? words('hide') : words('show')}
        </Button>
      </div>
    </Field>
  );
}
