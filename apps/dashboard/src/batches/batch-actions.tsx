import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { buttonClass } from '../ui/button-class.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { type BatchDetail, fileAddress } from './batch.ts';
import styles from './batches.module.css';
import { useBatchError } from './use-batch-error.ts';

/** The way out of the house, the same bytes again, and giving up. */
export function BatchActions({ file }: { readonly file: BatchDetail }) {
  const words = useTranslations('batches');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const textOf = useBatchError();
  const [isGivingUp, setGivingUp] = useState(false);
  const handOver = useMutation(
    trpc.batches.handOver.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries();
        window.location.assign(fileAddress(file.id));
      },
    }),
  );
  const fileId = file.id;
  const problem = textOf(handOver.error);
  return (
    <>
      {file.state === 'created' ? <p>{words('handOverText')}</p> : null}
      {problem === null ? null : (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <div className={styles.actions}>
        {file.state === 'created' ? (
          <Button
            tone="primary"
            isPending={handOver.isPending}
            onPress={() => handOver.mutate({ fileId })}
          >
            {words('handOver')}
          </Button>
        ) : null}
        {file.handedOverAt === null ? null : (
          <a className={buttonClass('plain')} href={fileAddress(fileId)} download>
            {words('download')}
          </a>
        )}
        {file.mayGiveUp ? (
          <Button tone="quiet" onPress={() => setGivingUp(true)}>
            {words('giveUp')}
          </Button>
        ) : null}
      </div>
      {isGivingUp ? <GiveUp file={file} onClose={() => setGivingUp(false)} /> : null}
    </>
  );
}

type GiveUpProps = { readonly file: BatchDetail; readonly onClose: () => void };

function GiveUp({ file, onClose }: GiveUpProps) {
  const words = useTranslations('batches');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const textOf = useBatchError();
  const [reason, setReason] = useState('');
  const giveUp = useMutation(
    trpc.batches.giveUp.mutationOptions({
      onSuccess: async () => {
        onClose();
        await queryClient.invalidateQueries();
      },
    }),
  );
  const problem = textOf(giveUp.error);
  return (
    <Dialog
      title={words('giveUpTitle')}
      isBusy={giveUp.isPending}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words('back')}</Button>
          <Button
            tone="danger"
            isPending={giveUp.isPending}
            reason={reason.trim().length < 3 ? words('whyNeeded') : null}
            onPress={() => giveUp.mutate({ fileId: file.id, reason })}
          >
            {words('giveUpSubmit')}
          </Button>
        </>
      }
    >
      <p>{words(file.state === 'created' ? 'giveUpNeverLeft' : 'giveUpLeft')}</p>
      <TextField
        label={words('why')}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {problem === null ? null : (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
    </Dialog>
  );
}
