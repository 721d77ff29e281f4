import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useErrorText } from '../app/error-text.ts';
import { useTRPC } from '../app/trpc.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useFormat } from '../ui/use-format.ts';
import styles from './reconciliation.module.css';
import type { StatementItem } from './statement.ts';

type ItemHandleProps = { readonly row: StatementItem; readonly statementId: string };

/** Accept an item, and write beside it what was found out. */
export function ItemHandle({ row, statementId }: ItemHandleProps) {
  const words = useTranslations('reconciliation');
  const errorText = useErrorText();
  const format = useFormat();
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [text, setText] = useState<string | null>(null);
  const refresh = () => queryClient.invalidateQueries(trpc.reconciliation.pathFilter());
  const accept = useMutation(trpc.reconciliation.accept.mutationOptions({ onSettled: refresh }));
  const note = useMutation(
    trpc.reconciliation.note.mutationOptions({
      onSuccess: () => setText(null),
      onSettled: refresh,
    }),
  );
  const { number } = row;
  const error = accept.error ?? note.error;
  return (
    <div className={styles.handle}>
      {row.acceptedAt === null ? (
        <Button
          size="small"
          isPending={accept.isPending}
          label={words('acceptOne', { what: row.orderNr ?? row.name ?? String(number) })}
          onPress={() => accept.mutate({ statementId, number })}
        >
          {words('accept')}
        </Button>
      ) : (
        <>
          <Badge tone="success" icon="check-disc">
            {words('accepted')}
          </Badge>
          <span className={styles.detail}>
            <bdi>{row.acceptedBy}</bdi>, {format.shortInstant(row.acceptedAt)}
          </span>
        </>
      )}
      {row.note === '' || text !== null ? null : <bdi className={styles.raw}>{row.note}</bdi>}
      {text === null ? (
        <Button size="small" tone="quiet" onPress={() => setText(row.note)}>
          {row.note === '' ? words('addNote') : words('changeNote')}
        </Button>
      ) : (
        <form
          className={styles.handle}
          onSubmit={(event) => {
            event.preventDefault();
            note.mutate({ statementId, number, note: text });
          }}
        >
          <TextField
            label={words('note')}
            value={text}
            maxLength={1000}
            onChange={({ target }) => setText(target.value)}
          />
          <div className={styles.actions}>
            <Button size="small" type="submit" isPending={note.isPending}>
              {words('saveNote')}
            </Button>
            <Button size="small" tone="quiet" onPress={() => setText(null)}>
              {words('back')}
            </Button>
          </div>
        </form>
      )}
      {error === null ? null : (
        <Notice tone="danger" role="alert">
          {errorText(error)}
        </Notice>
      )}
    </div>
  );
}
