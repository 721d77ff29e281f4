import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { useTRPC } from '../app/trpc.ts';
import { useGoOn } from '../app/use-go-on.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { useToast } from '../ui/toast.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './reconciliation.module.css';
import { differencesAddress, type Statement } from './statement.ts';

/** Accept what matches, compare again, fetch the differences, or take the statement away. */
export function StatementActions({ statement }: { readonly statement: Statement }) {
  const words = useTranslations('reconciliation');
  const errorText = useErrorText();
  const { lang } = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const [isAsking, setIsAsking] = useState(false);
  const refresh = () => queryClient.invalidateQueries(trpc.reconciliation.pathFilter());
  const accept = useMutation(trpc.reconciliation.accept.mutationOptions({ onSettled: refresh }));
  const compare = useMutation(
    trpc.reconciliation.compare.mutationOptions({
      onSuccess: () => toast.show(words('compared')),
      onSettled: refresh,
    }),
  );
  const statementId = statement.id;
  const matched = statement.lanes.find(({ lane }) => lane === 'matched');
  const open = matched === undefined ? 0 : matched.count - matched.accepted;
  const error = accept.error ?? compare.error;
  return (
    <>
      {error === null ? null : (
        <Notice tone="danger" role="alert">
          {errorText(error)}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button
          tone="primary"
          reason={open === 0 ? words('nothingToAccept') : null}
          isPending={accept.isPending}
          onPress={() => accept.mutate({ statementId, lane: 'matched' })}
        >
          {words('acceptMatched', { count: open })}
        </Button>
        <Button isPending={compare.isPending} onPress={() => compare.mutate({ statementId })}>
          {words('compareAgain')}
        </Button>
        <a className={buttonClass('plain')} href={differencesAddress(statementId, lang)} download>
          {words('download')}
        </a>
        <Button tone="quiet" onPress={() => setIsAsking(true)}>
          {words('remove')}
        </Button>
      </div>
      {isAsking ? (
        <RemoveStatement statement={statement} onClose={() => setIsAsking(false)} />
      ) : null}
    </>
  );
}

type RemoveStatementProps = { readonly statement: Statement; readonly onClose: () => void };

/** Takes a statement away, after saying what goes with it. */
function RemoveStatement({ statement, onClose }: RemoveStatementProps) {
  const words = useTranslations('reconciliation');
  const errorText = useErrorText();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const goOn = useGoOn();
  const remove = useMutation(
    trpc.reconciliation.remove.mutationOptions({
      onSuccess: async () => {
        await goOn({ to: '/reconciliation' });
        await queryClient.invalidateQueries(trpc.reconciliation.list.pathFilter());
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
      onConfirm={() => remove.mutate({ statementId: statement.id })}
    >
      <p>{words('removeText')}</p>
      {remove.error === null ? null : (
        <Notice tone="danger" role="alert">
          {errorText(remove.error)}
        </Notice>
      )}
    </ConfirmDialog>
  );
}
