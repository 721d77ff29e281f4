import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Loaded } from '../app/loaded.tsx';
import { NoConnection } from '../app/no-connection.tsx';
import { useTRPC } from '../app/trpc.ts';
import { useGoOn } from '../app/use-go-on.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import type { BatchConnections } from './batch.ts';
import { BatchPlanPanel } from './batch-plan-panel.tsx';
import styles from './batches.module.css';
import { CreditAmounts } from './credit-amounts.tsx';
import { useBatchError } from './use-batch-error.ts';
import { useBatchWish } from './use-batch-wish.ts';
import { WishFields } from './wish-fields.tsx';

/** What is wished of a file, once it is known whose file it can be. */
export function NewBatchForm() {
  const trpc = useTRPC();
  const connections = useQuery(trpc.batches.connections.queryOptions());
  return (
    <Loaded query={connections}>
      {(loaded) =>
        loaded.rows.length === 0 ? <NoConnection /> : <WishForm connections={loaded} />
      }
    </Loaded>
  );
}

type WishFormProps = { readonly connections: BatchConnections };

/** Checks what would stand in a file, then makes exactly that. A change asks for a new check. */
function WishForm({ connections }: WishFormProps) {
  const words = useTranslations('batches');
  const trpc = useTRPC();
  const textOf = useBatchError();
  const queryClient = useQueryClient();
  const goOn = useGoOn();
  const form = useBatchWish(connections);
  const { typed, wish, problem, checked } = form;
  const check = useMutation(trpc.batches.plan.mutationOptions());
  const create = useMutation(
    trpc.batches.create.mutationOptions({
      onSuccess: async ({ id }) => {
        await goOn({ to: '/batches/$fileId', params: { fileId: id } });
        await queryClient.invalidateQueries();
      },
    }),
  );
  const refused = textOf(check.error ?? create.error);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        create.reset();
        if (check.isPending || problem !== null) return;
        // Given here, it is not called for a wish that was changed before its answer came.
        check.mutate(wish, { onSuccess: form.show });
      }}
    >
      <WishFields
        typed={typed}
        connections={connections.rows}
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
