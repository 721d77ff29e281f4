import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ExportFilter } from '../app/export-wish.ts';
import { LoadError } from '../app/load-error.tsx';
import { useSession } from '../app/session.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Select } from '../ui/select.tsx';
import type { BatchPlan, BatchWish } from './batch.ts';
import { BatchPlanPanel } from './batch-plan-panel.tsx';
import styles from './batches.module.css';
import { useBatchError } from './use-batch-error.ts';

const kinds = ['capture', 'credit', 'reversal'] as const;
const rights = { capture: 'capture', credit: 'refund', reversal: 'reverse' } as const;
const reasons = ['return', 'order-cancelled', 'price-correction', 'duplicate', 'goodwill'] as const;

type Fields = Pick<BatchWish, 'connection' | 'kind'> & { readonly reason: (typeof reasons)[number] };
type Checked = { readonly wish: BatchWish; readonly plan: BatchPlan; readonly key: string };

/** What can be in a file at all, where nobody filtered the payments before. */
const usual: Record<BatchWish['kind'], ExportFilter> = {
  capture: { status: ['authorized', 'part_captured'], sort: 'captureBy', order: 'asc' },
  reversal: { status: ['authorized'], sort: 'captureBy', order: 'asc' },
  credit: { status: ['captured', 'part_captured', 'part_refunded'] },
};

/** Checks what would stand in a file, then makes exactly that. A change asks for a new check. */
export function NewBatchForm() {
  const words = useTranslations('batches');
  const { can } = useSession();
  const trpc = useTRPC();
  const textOf = useBatchError();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const wished = useLocation({ select: ({ state }) => state.exportWish?.filter });
  const connections = useQuery(trpc.batches.connections.queryOptions());
  const rows = connections.data?.rows ?? [];
  const allowed = kinds.filter((kind) => can(rights[kind]));
  const [typed, setTyped] = useState<Fields>({
    connection: '',
    kind: allowed[0] ?? 'capture',
    reason: 'return',
  });
  const [checked, setChecked] = useState<Checked | null>(null);
  const connection = typed.connection || wished?.connection || (rows[0]?.connection ?? '');
  const wish: BatchWish = {
    connection,
    kind: typed.kind,
    scope: { kind: 'filtered', filter: { ...(wished ?? usual[typed.kind]), connection } },
    ...(typed.kind === 'credit' ? { reason: typed.reason } : {}),
  };
  const check = useMutation(
    trpc.batches.plan.mutationOptions({
      onSuccess: (plan) => setChecked({ wish, plan, key: crypto.randomUUID() }),
    }),
  );
  const create = useMutation(
    trpc.batches.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries();
        await navigate({ to: '/batches/$fileId', params: { fileId: id } });
      },
    }),
  );
  const change = (some: Partial<Fields>) => {
    setTyped({ ...typed, ...some });
    setChecked(null);
    check.reset();
    create.reset();
  };
  const problem = textOf(check.error ?? create.error);
  if (connections.error !== null) return <LoadError query={connections} />;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        create.reset();
        if (!check.isPending) check.mutate(wish);
      }}
    >
      <Select
        label={words('connection')}
        value={connection}
        options={rows.map(({ connection: value, label }) => ({ value, label }))}
        onChange={({ target }) => change({ connection: target.value })}
      />
      <Select
        label={words('what')}
        hint={words(wished === undefined ? 'allPossible' : 'filtered')}
        value={typed.kind}
        options={allowed.map((kind) => ({ value: kind, label: words(`kind.${kind}`) }))}
        onChange={({ target }) => change({ kind: target.value as BatchWish['kind'] })}
      />
      {typed.kind === 'credit' ? (
        <Select
          label={words('reason')}
          value={typed.reason}
          options={reasons.map((value) => ({ value, label: words(`reasons.${value}`) }))}
          onChange={({ target }) => change({ reason: target.value as Fields['reason'] })}
        />
      ) : null}
      {problem === null ? null : (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          tone={checked === null ? 'primary' : 'plain'}
          isPending={check.isPending}
        >
          {words('check')}
        </Button>
      </div>
      {checked === null ? null : (
        <BatchPlanPanel
          plan={checked.plan}
          isPending={create.isPending}
          onCreate={() =>
            create.mutate({ ...checked.wish, key: checked.key, digest: checked.plan.digest })
          }
        />
      )}
    </form>
  );
}
