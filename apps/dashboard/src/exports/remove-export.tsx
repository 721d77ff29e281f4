import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import type { Export } from './export.ts';
import { useExportError } from './use-export-error.ts';

type RemoveExportProps = { readonly made: Export; readonly onClose: () => void };

/** Deletes a file, after saying that it is gone for good. */
export function RemoveExport({ made, onClose }: RemoveExportProps) {
  const words = useTranslations('exports');
  const textOf = useExportError();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const remove = useMutation(
    trpc.exports.remove.mutationOptions({
      onSuccess: async () => {
        onClose();
        toast.show(words('removed'));
        await queryClient.invalidateQueries(trpc.exports.list.pathFilter());
      },
    }),
  );
  return (
    <ConfirmDialog
      title={words('removeTitle')}
      back={words('back')}
      submit={words('removeSubmit')}
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={() => remove.mutate({ exportId: made.id })}
    >
      <p>{words('removeText')}</p>
      {remove.error === null ? null : (
        <Notice tone="danger" role="alert">
          {textOf(remove.error)}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
