import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './shop-api.module.css';
import { type KeyRight, keyRights } from './shop-api.ts';
import { useReadAgain, useShopError } from './use-step.ts';

type MakeKeyDialogProps = {
  readonly connectionId: string;
  readonly onClose: () => void;
  readonly onMade: (token: string) => void;
};
type Fields = { readonly name: string; readonly rights: KeyRight[] };

/** Makes a key: a name by which people know it, and what it may do. */
export function MakeKeyDialog({ connectionId, onClose, onMade }: MakeKeyDialogProps) {
  const words = useTranslations('shopApi');
  const id = useId();
  const trpc = useTRPC();
  const textOf = useShopError();
  const onSettled = useReadAgain();
  const make = useMutation(
    trpc.shopApi.makeKey.mutationOptions({ onSettled, onSuccess: ({ token }) => onMade(token) }),
  );
  const { formState, handleSubmit, register } = useForm<Fields>({
    defaultValues: { name: '', rights: [...keyRights] },
  });
  const { errors } = formState;
  const submit = handleSubmit((fields) => make.mutate({ ...fields, connectionId }));

  return (
    <Dialog
      title={words('makeKeyTitle')}
      isBusy={make.isPending}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words('cancel')}</Button>
          <Button tone="primary" type="submit" form={id} isPending={make.isPending}>
            {words('makeKeySubmit')}
          </Button>
        </>
      }
    >
      <form id={id} className={styles.form} onSubmit={(event) => void submit(event)} noValidate>
        {make.error === null ? null : (
          <Notice tone="danger" role="alert">
            {textOf(make.error)}
          </Notice>
        )}
        <TextField
          label={words('keyName')}
          hint={words('keyNameHint')}
          maxLength={80}
          autoComplete="off"
          error={errors.name?.message}
          {...register('name', { required: words('keyNameNeeded') })}
        />
        <fieldset
          className={styles.rights}
          aria-describedby={errors.rights === undefined ? undefined : `${id}-rights`}
        >
          <legend>{words('rights')}</legend>
          {keyRights.map((right) => (
            <label key={right} className={styles.check}>
              <input
                type="checkbox"
                value={right}
                {...register('rights', { required: words('rightsNeeded') })}
              />
              <span>
                {words(`right.${right}`)}
                <span className={styles.detail}>{words(`rightText.${right}`)}</span>
              </span>
            </label>
          ))}
          {errors.rights === undefined ? null : (
            <p id={`${id}-rights`} className={styles.error}>
              {errors.rights.message}
            </p>
          )}
        </fieldset>
      </form>
    </Dialog>
  );
}
