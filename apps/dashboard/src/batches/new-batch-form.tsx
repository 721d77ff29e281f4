import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Notice } from '../ui/notice.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { BatchPlanPanel } from './batch-plan-panel.tsx';
import styles from './batches.module.css';
import { CreditAmounts } from './credit-amounts.tsx';
import { useBatchError } from './use-batch-error.ts';
import { useBatchWish } from './use-batch-wish.ts';
import { WishFields } from './wish-fields.tsx';

/** Checks what would stand in a file, then makes exactly that. A change asks for a new check. */
export function NewBatchForm() {
  const words = useTranslations('batches');
  const trpc = useTRPC();
  const textOf = useBatchError();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const connections = useQuery(trpc.batches.connections.queryOptions());
  const form = useBatchWish(connections.data ?? { rows: [], last: null });
  const { typed, wish, problem, checked } = form;
  const check = useMutation(
    trpc.batches.plan.mutationOptions({ onSuccess: (plan, asked) => form.show(plan, asked) }),
  );
  const create = useMutation(
    trpc.batches.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await queryClient.invalidateQueries();
        await navigate({ to: '/batches/$fileId', params: { fileId: id } });
      },
    }),
  );
  const refused = textOf(check.error ?? create.error);
  if (connections.error !== null) return <LoadError query={connections} />;
  if (connections.data === undefined) return <Skeleton rows={4} />;
  if (connections.data.rows.length === 0) return <EmptyState title={words('noConnection')} />;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        create.reset();
        if (!check.isPending && problem === null) check.mutate(wish);
      }}
    >
      <WishFields
        typed={typed}
        connections={connections.data.rows}
        from={wish.scope}
        isFromList={form.isFromList}
        hasAmounts={form.lines.length > 0}
        onChange={(some) => {
          form.change(some);
          check.reset();
          create.reset();
        }}
      />
      {form.lines.length === 0 ? null : (
        <CreditAmounts
          lines={form.lines}
          typed={form.amounts}
          isChecked={checked !== null}
          onType={(paymentId, text) => {
            form.type(paymentId, text);
            check.reset();
            create.reset();
          }}
        />
      )}
      {refused === null ? null : (
        <Notice tone="danger" role="alert">
          {refused}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button
          type="submit"
          tone={checked === null ? 'primary' : 'plain'}
          isPending={check.isPending}
          reason={problem === null ? null : words(problem)}
        >
          {words('check')}
        </Button>
      </div>
      {checked === null ? null : (
        <BatchPlanPanel
          plan={checked.plan}
          kind={checked.wish.kind}
          isPending={create.isPending}
          onCreate={() =>
            create.mutate({ ...checked.wish, key: checked.key, digest: checked.plan.digest })
          }
        />
      )}
    </form>
  );
}
