import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useTRPC } from '../app/trpc.ts';
import { useGoOn } from '../app/use-go-on.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import { isDay } from '../ui/swiss-day.ts';
import { TextField } from '../ui/text-field.tsx';
import styles from './reconciliation.module.css';
import type { StatementPreview } from './statement.ts';
import { useStatementError } from './use-statement-error.ts';

type StoreStatementProps = {
  readonly uploadId: string;
  readonly preview: StatementPreview;
  /** The preview is of another way of reading than the one chosen last. */
  readonly isReading: boolean;
  /** Why the way chosen last could not be tried, or null. */
  readonly problem: string | null;
  readonly connections: readonly { readonly slug: string; readonly label: string }[];
};

/** Which days it is about, and off it goes; nothing was stored before. */
export function StoreStatement({
  uploadId,
  preview,
  isReading,
  problem,
  connections,
}: StoreStatementProps) {
  const words = useTranslations('reconciliation');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const goOn = useGoOn();
  const toError = useStatementError();
  // The days of the file until somebody types others, which then stay whatever is read.
  const [typed, setTyped] = useState<{ readonly from?: string; readonly to?: string }>({});
  const from = typed.from ?? preview.from ?? '';
  const to = typed.to ?? preview.to ?? '';
  const [dayKind, setDayKind] = useState<'calendar' | 'twint'>('twint');
  const [connection, setConnection] = useState('');
  const [saveAs, setSaveAs] = useState('');
  const store = useMutation(
    trpc.reconciliation.import.mutationOptions({
      onSuccess: async ({ id }) => {
        await goOn({ to: '/reconciliation/$statementId', params: { statementId: id } });
        await queryClient.invalidateQueries(trpc.reconciliation.pathFilter());
      },
    }),
  );
  const error = toError(store.error);
  const isBusy = isReading || store.isPending;
  const reason =
    problem !== null
      ? problem
      : preview.importedBefore !== null
        ? words('notAgain')
        : preview.formatProblem !== null
          ? words('notReadable')
          : preview.problemCount > 0
            ? words('notWithFaults')
            : preview.added.count === 0
              ? words('fileProblem.no-details')
              : !(isDay(from) && isDay(to))
                ? words('daysMissing')
                : null;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (reason !== null || isBusy) return;
        store.mutate({
          uploadId,
          format: preview.format,
          from,
          to,
          dayKind,
          connection: connection === '' ? null : connection,
          saveAs: saveAs.trim() === '' ? null : saveAs,
        });
      }}
    >
      <h2>{words('storeTitle')}</h2>
      <DateField
        label={words('from')}
        value={from}
        onChange={(day) => setTyped({ ...typed, from: day })}
      />
      <DateField
        label={words('to')}
        value={to}
        onChange={(day) => setTyped({ ...typed, to: day })}
      />
      <Select
        label={words('dayKindLabel')}
        hint={words('dayKindHint')}
        value={dayKind}
        options={[
          { value: 'twint', label: words('dayKind.twint') },
          { value: 'calendar', label: words('dayKind.calendar') },
        ]}
        onChange={({ target }) => setDayKind(target.value === 'twint' ? 'twint' : 'calendar')}
      />
      <Select
        label={words('connection')}
        value={connection}
        options={[
          { value: '', label: words('allConnections') },
          ...connections.map(({ slug, label }) => ({ value: slug, label })),
        ]}
        onChange={({ target }) => setConnection(target.value)}
      />
      <TextField
        label={words('saveAs')}
        hint={words('saveAsHint')}
        value={saveAs}
        maxLength={80}
        onChange={({ target }) => setSaveAs(target.value)}
      />
      {error === null ? null : (
        <Notice tone="danger" role="alert">
          {error}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button type="submit" tone="primary" reason={reason} isPending={isBusy}>
          {words('store', { count: preview.added.count })}
        </Button>
      </div>
    </form>
  );
}
