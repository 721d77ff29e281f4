import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { BatchSettingsView } from './batch.ts';
import { BatchLayoutFields } from './batch-layout-fields.tsx';
import { problemsOf, type SettingsTyped, toSettings, typedOf } from './batch-settings-fields.ts';
import styles from './batches.module.css';
import { useBatchError } from './use-batch-error.ts';

/** Edits the settings that were read first; a wrong field says so before anything is sent. */
export function BatchSettingsForm({ settings }: { readonly settings: BatchSettingsView }) {
  const words = useTranslations('batches.settings');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const textOf = useBatchError();
  const [typed, setTyped] = useState(() => typedOf(settings));
  const [isShown, setShown] = useState(false);
  const save = useMutation(
    trpc.batches.saveSettings.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(trpc.batches.pathFilter()),
    }),
  );
  const problems = problemsOf(typed);
  const refused = textOf(save.error);
  const change = (some: Partial<SettingsTyped>) => {
    setTyped({ ...typed, ...some });
    save.reset();
  };
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setShown(true);
        if (Object.keys(problems).length > 0 || save.isPending) return;
        save.mutate({ connection: settings.connection, ...toSettings(typed) });
      }}
    >
      <BatchLayoutFields typed={typed} problems={isShown ? problems : {}} onChange={change} />
      {refused === null ? null : (
        <Notice tone="danger" role="alert">
          {refused}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button type="submit" isPending={save.isPending}>
          {words('save')}
        </Button>
        {save.isSuccess ? <p role="status">{words('saved')}</p> : null}
      </div>
    </form>
  );
}
