import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useRouterState } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { useGoOn } from '../app/use-go-on.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { ColumnFields } from './column-fields.tsx';
import { ExportEstimate } from './export-estimate.tsx';
import { FormatFields } from './format-fields.tsx';
import { ScopeFields } from './scope-fields.tsx';
import { useExportError } from './use-export-error.ts';
import { useExportFields } from './use-export-fields.ts';

/** `/exports/new`: what goes into the file, how large it will be, then off it goes. */
export function ExportDialog() {
  const words = useTranslations('exports');
  const textOf = useExportError();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const router = useRouter();
  const toast = useToast();
  const state = useRouterState({ select: ({ location }) => location.state });
  const fields = useExportFields(state.exportWish);
  const create = useMutation(
    trpc.exports.create.mutationOptions({
      onSuccess: async () => {
        toast.show(words('started'));
        // The list stands behind the dialog: it has the new file before anybody can reach for one.
        await queryClient.invalidateQueries(trpc.exports.list.pathFilter());
        await goOn({ to: '/exports', replace: true });
      },
    }),
  );
  const { definition } = fields;
  const close = () => {
    if (state.canReturn === true) router.history.back();
    else void navigate({ to: '/exports', replace: true });
  };

  return (
    <Dialog
      title={words('dialogTitle')}
      isBusy={create.isPending}
      onClose={close}
      footer={
        <>
          <Button
            tone="primary"
            isPending={create.isPending}
            reason={definition === null ? words('columnChoice.none') : null}
            onPress={() => {
              if (definition !== null) create.mutate(definition);
            }}
          >
            {words('submit')}
          </Button>
          <Button onPress={close}>{words('back')}</Button>
        </>
      }
    >
      <ScopeFields fields={fields} />
      <ColumnFields fields={fields} />
      <FormatFields fields={fields} />
      {definition === null ? null : <ExportEstimate definition={definition} />}
      {create.error === null ? null : (
        <Notice tone="danger" role="alert">
          {textOf(create.error)}
        </Notice>
      )}
    </Dialog>
  );
}
