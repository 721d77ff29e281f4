import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { type Export, fileAddress, isOpen } from './export.ts';
import styles from './exports.module.css';
import { RemoveExport } from './remove-export.tsx';
import { useExportError } from './use-export-error.ts';

/** Download, run again, stop, delete: what the state of a file allows. */
export function ExportActions({ made }: { readonly made: Export }) {
  const words = useTranslations('exports');
  const textOf = useExportError();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const refresh = () => queryClient.invalidateQueries(trpc.exports.list.pathFilter());
  const repeat = useMutation(
    trpc.exports.repeat.mutationOptions({
      onSuccess: () => toast.show(words('started')),
      onSettled: refresh,
    }),
  );
  const stop = useMutation(trpc.exports.stop.mutationOptions({ onSettled: refresh }));
  const error = repeat.error ?? stop.error;
  const key = { exportId: made.id };

  return (
    <>
      {error === null ? null : (
        <Notice tone="danger" role="alert">
          {textOf(error)}
        </Notice>
      )}
      <div className={styles.actions}>
        {made.state === 'ready' ? (
          <a
            className={buttonClass('primary')}
            href={fileAddress(made.id)}
            download
            aria-label={words('downloadWhat', { name: made.fileName ?? '' })}
          >
            {words('download')}
          </a>
        ) : null}
        {isOpen(made) ? (
          <Button isPending={stop.isPending} onPress={() => stop.mutate(key)}>
            {words('stop')}
          </Button>
        ) : (
          <>
            <Button isPending={repeat.isPending} onPress={() => repeat.mutate(key)}>
              {words('again')}
            </Button>
            <Button tone="quiet" onPress={() => setIsAsking(true)}>
              {words('remove')}
            </Button>
          </>
        )}
      </div>
      {isAsking ? <RemoveExport made={made} onClose={() => setIsAsking(false)} /> : null}
    </>
  );
}
