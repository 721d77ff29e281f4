import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { LoadError } from '../app/load-error.tsx';
import { useTRPC } from '../app/trpc.ts';
import { Button } from '../ui/button.tsx';
import { MoneyText } from '../ui/money-text.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Comparison } from './batch.ts';
import styles from './batches.module.css';
import { useBatchError } from './use-batch-error.ts';

const results = ['executed', 'declined', 'unclear', 'missing', 'conflict', 'known'] as const;

/** What applying an answer would change; nothing is booked before the button is pressed. */
export function BatchDifference({ answerId }: { readonly answerId: string }) {
  const words = useTranslations('batches');
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const textOf = useBatchError();
  const compared = useQuery(trpc.batches.compareAnswer.queryOptions({ answerId }));
  const apply = useMutation(
    trpc.batches.applyAnswer.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(),
    }),
  );
  const problem = textOf(apply.error);
  if (compared.data === undefined) return <LoadError query={compared} />;
  const { counts, sums, isApplied, rows } = compared.data;
  return (
    <>
      <p>{words(isApplied ? 'applied' : 'wouldChange')}</p>
      <ul className={styles.results}>
        {results
          .filter((result) => counts[result] > 0)
          .map((result) => (
            <li key={result}>
              {words(`result.${result}`, { count: counts[result] })} ·{' '}
              <MoneyText minor={sums[result]} />
            </li>
          ))}
      </ul>
      <OddRows rows={rows} />
      {problem === null ? null : (
        <Notice tone="danger" role="alert">
          {problem}
        </Notice>
      )}
      {isApplied ? null : (
        <div className={styles.actions}>
          <Button
            tone="primary"
            isPending={apply.isPending}
            onPress={() => apply.mutate({ answerId })}
          >
            {words('apply')}
          </Button>
        </div>
      )}
    </>
  );
}

/** The lines that need a look: everything that was not simply carried out. */
function OddRows({ rows }: Pick<Comparison, 'rows'>) {
  const words = useTranslations('batches');
  const odd = rows.filter(({ result }) => result !== 'executed' && result !== 'known');
  if (odd.length === 0) return null;
  return (
    <ul className={styles.results}>
      {odd.map(({ line, refNr, transId, result, code }) => (
        <li key={line}>
          {words('lineNumber', { line })} · <bdi>{refNr ?? transId}</bdi> ·{' '}
          {words(`oddResult.${result}`)} {code}
        </li>
      ))}
    </ul>
  );
}
