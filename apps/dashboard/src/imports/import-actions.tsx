import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Notice } from '../ui/notice.tsx';
import { useFormat } from '../ui/use-format.ts';
import { type HistoryImport, isOpen, resultAddress } from './import.ts';
import styles from './imports.module.css';

/** Pause, go on, stop, and the result as a file. What was brought in stays, whatever is pressed. */
export function ImportActions({ made }: { readonly made: HistoryImport }) {
  const words = useTranslations('imports');
  const errorText = useErrorText();
  const { lang } = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const change = useMutation(
    trpc.imports.change.mutationOptions({
      onSettled: () => queryClient.invalidateQueries(trpc.imports.pathFilter()),
    }),
  );
  const importId = made.id;
  return (
    <>
      {change.error === null ? null : (
        <Notice tone="danger" role="alert">
          {errorText(change.error)}
        </Notice>
      )}
      <div className={styles.actions}>
        {made.state === 'running' ? (
          <Button
            isPending={change.isPending}
            onPress={() => change.mutate({ importId, state: 'paused' })}
          >
            {words('pause')}
          </Button>
        ) : null}
        {made.state === 'paused' ? (
          <Button
            tone="primary"
            isPending={change.isPending}
            onPress={() => change.mutate({ importId, state: 'running' })}
          >
            {words('resume')}
          </Button>
        ) : null}
        {isOpen(made) ? (
          <Button
            tone="quiet"
            isPending={change.isPending}
            onPress={() => change.mutate({ importId, state: 'stopped' })}
          >
            {words('stop')}
          </Button>
        ) : null}
        <a className={buttonClass('plain')} href={resultAddress(made.id, lang)} download>
          {words('download')}
        </a>
      </div>
    </>
  );
}
